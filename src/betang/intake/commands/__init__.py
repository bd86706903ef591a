"""Every deed of intake: receive a list, take it in, stop it, try it, compare two, give one out, clear old ones away."""

from betang.intake.commands.accepting import take_again, take_tried
from betang.intake.commands.comparing import (
    SideRefused,
    begin_comparison,
    cancel_comparison,
    compare,
    purge_comparisons,
    run_comparison,
    work_comparison,
)
from betang.intake.commands.exporting import RECAP, TEMPLATES, Exported, ExportOrder, export, region_to_give
from betang.intake.commands.exporting_later import (
    KEEP_HOURS,
    MOST_AT_ONCE,
    begin_export,
    clear_exports,
    collect_export,
    export_job,
    work_export,
)
from betang.intake.commands.mapping import MappingView, map_columns, mapping_view
from betang.intake.commands.receiving import open_batch, purge, receive
from betang.intake.commands.running import run_batch, work
from betang.intake.commands.sides import Chosen, SideKind
from betang.intake.commands.stopping import cancel
from betang.intake.commands.trying import dry_run, run_trial, work_trial
from betang.intake.commands.undoing import UndoCounts, begin_undo, run_undo, undo, work_undo
from betang.intake.domain.counts import Counts

__all__ = [
    "KEEP_HOURS",
    "MOST_AT_ONCE",
    "RECAP",
    "TEMPLATES",
    "Chosen",
    "Counts",
    "ExportOrder",
    "Exported",
    "MappingView",
    "SideKind",
    "SideRefused",
    "UndoCounts",
    "begin_comparison",
    "begin_export",
    "begin_undo",
    "cancel",
    "cancel_comparison",
    "clear_exports",
    "collect_export",
    "compare",
    "dry_run",
    "export",
    "export_job",
    "map_columns",
    "mapping_view",
    "open_batch",
    "purge",
    "purge_comparisons",
    "receive",
    "region_to_give",
    "run_batch",
    "run_comparison",
    "run_trial",
    "run_undo",
    "take_again",
    "take_tried",
    "undo",
    "work",
    "work_comparison",
    "work_export",
    "work_trial",
    "work_undo",
]
