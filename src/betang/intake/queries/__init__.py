"""Every question asked of intake: which lists, which of their rows need the sender, what goes back to them."""

from betang.intake.queries.batches import (
    BatchFilters,
    BatchPage,
    BatchView,
    Progress,
    batch,
    batch_page,
    batch_progress,
    batches,
    kept_by_undo,
    senders,
)
from betang.intake.queries.standing import StandsOn, StandView, stands_on
from betang.intake.queries.told import (
    ReasonCount,
    ReasonView,
    Repeated,
    RowView,
    flagged_rows,
    reasons_flagged,
    reasons_repaired,
    reasons_returned,
    repeated_rows,
    returned_rows,
    villages,
)
from betang.intake.queries.workbooks import returned_workbook

__all__ = [
    "BatchFilters",
    "BatchPage",
    "BatchView",
    "Progress",
    "ReasonCount",
    "ReasonView",
    "Repeated",
    "RowView",
    "StandView",
    "StandsOn",
    "batch",
    "batch_page",
    "batch_progress",
    "batches",
    "flagged_rows",
    "kept_by_undo",
    "reasons_flagged",
    "reasons_repaired",
    "reasons_returned",
    "repeated_rows",
    "returned_rows",
    "returned_workbook",
    "senders",
    "stands_on",
    "villages",
]
