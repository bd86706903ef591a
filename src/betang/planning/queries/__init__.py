"""Every question that is asked of planning."""

from betang.planning.domain.targets import TargetFigure
from betang.planning.queries.pledges import (
    FittingVillage,
    PledgeView,
    is_donor,
    may_answer,
    may_offer,
    pledge,
    pledges,
    require_reader,
    villages_that_fit,
)
from betang.planning.queries.purses import PurseView, purse, purse_for, purse_id_of, purses
from betang.planning.queries.targets import (
    PARTS_EXCEED,
    SAID_TWICE,
    WAITING,
    TargetView,
    target,
    target_id_of,
    target_of,
    targets,
    years,
)

__all__ = [
    "PARTS_EXCEED",
    "SAID_TWICE",
    "WAITING",
    "FittingVillage",
    "PledgeView",
    "PurseView",
    "TargetFigure",
    "TargetView",
    "is_donor",
    "may_answer",
    "may_offer",
    "pledge",
    "pledges",
    "purse",
    "purse_for",
    "purse_id_of",
    "purses",
    "require_reader",
    "target",
    "target_id_of",
    "target_of",
    "targets",
    "villages_that_fit",
    "years",
]
