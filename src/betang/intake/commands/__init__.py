"""Every deed of intake: receive a list, take it in, stop it, try it, give one out, clear away what is old."""

from betang.intake.commands.exporting import TEMPLATES, Exported, ExportOrder, export
from betang.intake.commands.receiving import open_batch, purge, receive
from betang.intake.commands.running import run_batch, work
from betang.intake.commands.stopping import cancel
from betang.intake.commands.trying import dry_run
from betang.intake.commands.undoing import UndoCounts, begin_undo, run_undo, undo, work_undo
from betang.intake.domain.counts import Counts

__all__ = [
    "TEMPLATES",
    "Counts",
    "ExportOrder",
    "Exported",
    "UndoCounts",
    "begin_undo",
    "cancel",
    "dry_run",
    "export",
    "open_batch",
    "purge",
    "receive",
    "run_batch",
    "run_undo",
    "undo",
    "work",
    "work_undo",
]
