"""Every deed of the register: one function, one deed, one transaction."""

from betang.register.commands.deriving import derive_anew
from betang.register.commands.editing import decide, edit
from betang.register.commands.families import add_aid, add_family, add_member, assess_house
from betang.register.commands.rows import StatedRow, look_through
from betang.register.commands.take_back import TakenBack, look_back, take_back
from betang.register.commands.take_in import take_in
from betang.register.domain.entries import FamilyEntry, RowEntry, RowResult

__all__ = [
    "FamilyEntry",
    "RowEntry",
    "RowResult",
    "StatedRow",
    "TakenBack",
    "add_aid",
    "add_family",
    "add_member",
    "assess_house",
    "decide",
    "derive_anew",
    "edit",
    "look_back",
    "look_through",
    "take_back",
    "take_in",
]
