"""Every deed of planning."""

from betang.planning.commands.pledges import answer_pledge, offer_pledge, withdraw_pledge
from betang.planning.commands.purses import save_purse, set_purse, take_known_purses, withdraw_purse
from betang.planning.commands.saving import MAY_DECIDE, Saved
from betang.planning.commands.targets import decide, save_target, set_target, withdraw_target

__all__ = [
    "MAY_DECIDE",
    "Saved",
    "answer_pledge",
    "decide",
    "offer_pledge",
    "save_purse",
    "save_target",
    "set_purse",
    "set_target",
    "take_known_purses",
    "withdraw_pledge",
    "withdraw_purse",
    "withdraw_target",
]
