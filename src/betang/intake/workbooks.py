"""How does a room above hand its workbooks to intake?"""

from betang.intake.domain import columns, findings, templates
from betang.intake.domain.columns import ColumnKey
from betang.intake.domain.reading import Reader, choice
from betang.intake.domain.templates import Column, Template
from betang.intake.domain.workbooks import ENROLLED, Deeds, Heading, OwnColumn, Reads, Workbook

__all__ = ["Deeds", "Heading", "OwnColumn", "Reads", "Workbook", "register"]


def register(workbook: Workbook) -> None:
    """From here on lists of this kind are recognised, taken in, given back and undone. At start, once each."""
    ENROLLED[workbook.code] = workbook
    templates.TEMPLATES[workbook.code] = Template(
        workbook.code,
        workbook.name,
        tuple(Column(each.key, each.heading, each.others) for each in workbook.headings),
        fewest=len(workbook.needs) + 2,  # and the name and the village
        needs=workbook.needs,
        is_of_the_register=False,
    )
    for own in workbook.own:
        columns.KEYS[own.key] = _column(own)
    findings.enroll(flags=workbook.flags, returns=workbook.returns)


def _column(own: OwnColumn) -> ColumnKey:
    listed = tuple(own.codes.labels.values()) if own.codes else ()
    return ColumnKey(own.key, own.label, columns.PROGRAMME, (own.field,), _reader(own), listed)


def _reader(own: OwnColumn) -> Reader | None:
    """So that a code is known by its column wherever a column is asked; other cells are read with their row."""
    return choice(own.codes) if own.codes else None
