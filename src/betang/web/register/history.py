"""What was ever said of one field, and what became of each value?"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from betang.accounts.queries import Acting
from betang.journal.domain.commits import CommitId
from betang.register import queries as register
from betang.register.domain.fields import Field
from betang.register.queries import EntryView, FieldProvenance


@dataclass(frozen=True)
class LogLine:
    """One value in the log; `standing`: shown, proposal, conflict or replaced."""

    entry: EntryView
    text: str
    value: object
    column: str
    standing: str


def log(acting: Acting, entity: UUID, field: Field) -> list[LogLine]:
    """The lines of a field's log, the newest first."""
    standing = _standing(register.provenance(acting, entity).get(field.name))
    entries = [entry for entry in register.history(acting, entity) if field.name in entry.values]
    return [_line(entry, field.name, standing.get(entry.commit, "replaced")) for entry in entries]


def _standing(told: FieldProvenance | None) -> Mapping[CommitId, str]:
    return {said.commit: said.standing for said in (told.shown, *told.others)} if told else {}


def _line(entry: EntryView, name: str, standing: str) -> LogLine:
    column = entry.source.columns.get(name, "") if entry.source else ""
    return LogLine(entry, entry.texts[name], entry.values[name], column, standing)
