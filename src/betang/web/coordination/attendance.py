"""Which of the offices of each kabupaten came to a meeting, in words?"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from betang.coordination.queries import AttendanceTable
from betang.organisation.domain.agencies import AgencyKind
from betang.web.templatetags.betang import number

_HEADS: Mapping[str, str] = {
    AgencyKind.HOUSING: "Disperakim",
    AgencyKind.PERMITS: "DPMPTSP",
    AgencyKind.REVENUE: "Bapenda",
    AgencyKind.VILLAGES: "DPMD",
}


@dataclass(frozen=True)
class Line:
    """One kabupaten: what is said of each office; empty where nobody came."""

    place: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The kabupaten by office. `places` sent somebody, and `came` of their offices did."""

    heads: tuple[str, ...]
    rows: tuple[Line, ...]
    totals: tuple[int, ...]
    places: int

    @property
    def came(self) -> int:
        return sum(self.totals)

    @property
    def cells(self) -> int:
        return len(self.rows) * len(self.heads)


def told(table: AttendanceTable) -> Table:
    """The table as the page draws it."""
    counts = [row for _code, _name, row in table.rows]
    return Table(
        heads=tuple(_HEADS.get(kind, kind) for kind in table.kinds),
        rows=tuple(Line(name.removeprefix("Kabupaten "), tuple(map(_said, row))) for _code, name, row in table.rows),
        totals=tuple(sum(row[column] > 0 for row in counts) for column in range(len(table.kinds))),
        places=sum(any(row) for row in counts),
    )


def _said(people: int) -> str:
    if people == 0:
        return ""
    return _("hadir") if people == 1 else ngettext("%(n)s orang", "%(n)s orang", people) % {"n": number(people)}
