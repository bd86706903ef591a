"""Every deed of coordination."""

from betang.coordination.commands.commitments import (
    CheckCounts,
    cancel_commitment,
    check_commitments,
    promise,
    prove,
    withdraw_commitment,
)
from betang.coordination.commands.importing import import_meeting
from betang.coordination.commands.meetings import (
    add_agenda,
    add_outcome,
    attend,
    call_meeting,
    change_meeting,
    invite,
    remove,
)
from betang.coordination.commands.obstacles import answer_obstacle, close_obstacle, raise_obstacle, send_up

__all__ = [
    "CheckCounts",
    "add_agenda",
    "add_outcome",
    "answer_obstacle",
    "attend",
    "call_meeting",
    "cancel_commitment",
    "change_meeting",
    "check_commitments",
    "close_obstacle",
    "import_meeting",
    "invite",
    "promise",
    "prove",
    "raise_obstacle",
    "remove",
    "send_up",
    "withdraw_commitment",
]
