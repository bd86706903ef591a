"""Which sheets has a recap that goes out?"""

from collections.abc import Sequence

from betang.intake.domain import outgoing_recap as recaps
from betang.intake.domain.outgoing_recap import RecapColumn
from betang.intake.formats.outgoing_workbook import OutSheet, SheetColumn
from betang.organisation import queries as organisation
from betang.register.domain.recaps import Recap

_PLACE_WIDTH = 24


def recap_sheets(recap: Recap) -> list[OutSheet]:
    """First the districts, then the villages, each with its sum line."""
    names = organisation.names(recaps.codes(recap))
    return [
        OutSheet(
            recaps.DISTRICTS,
            _columns(recaps.PLACES, (recaps.OF_DISTRICT, *recaps.FIGURES)),
            recaps.district_rows(recap, names),
        ),
        OutSheet(
            recaps.VILLAGES,
            _columns((*recaps.PLACES, "Desa/Kelurahan"), recaps.FIGURES),
            recaps.village_rows(recap, names),
        ),
    ]


def _columns(places: Sequence[str], figures: Sequence[RecapColumn]) -> list[SheetColumn]:
    named = [SheetColumn(heading, _PLACE_WIDTH) for heading in places]
    return [*named, *(SheetColumn(each.heading, each.width, is_text=False) for each in figures)]
