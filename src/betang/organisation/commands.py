"""How does a node come to know its regions, its offices and itself?"""

import re
from datetime import date

from django.db import transaction
from django.utils import timezone

from betang.journal import bulk
from betang.kernel.errors import Malformed, Refusal
from betang.organisation import queries, seeding
from betang.organisation.domain.agencies import AgencyKind, Office
from betang.organisation.formats import bridging_table
from betang.organisation.formats.bridging_table import Bridge
from betang.organisation.models import Agency, BpsCode, Region, ThisNode

_LONGEST_NAME = 150
_ROWS_NAMED = 10
# Offices travel in every commit, so no personal number may hide in a name, spaced or dotted.
_NUMBER_LIKE = re.compile(r"(?:\d[\s.-]*){8,}")


def found_node(*, agency: str, kind: str, region: str) -> None:
    """Make this home the node of an agency, which is added if its name is new. Regions and offices are seeded first."""
    if queries.is_founded():
        raise Refusal("Simpul ini sudah disiapkan untuk instansi lain.", code="already_founded")
    with transaction.atomic():
        seed_once()
        place = queries.resolve(region)
        office = add_agency(name=agency, kind=kind, region=place.code)
        ThisNode.objects.create(agency_id=office.id, region_code=place.code, created_at=timezone.now())


def seed_once() -> None:
    """The same as `seed`, unless it was done."""
    if not Region.objects.exists():
        seed()


def seed() -> None:
    """Write all regions, the BPS codes kept with the program, and the offices every node knows."""
    with transaction.atomic():
        seeding.seed_regions()
        seeding.seed_bps_codes()
        seeding.seed_agencies()


def add_agency(*, name: str, kind: str, region: str) -> queries.AgencyView:
    """The office of this name, added if it is new. Raises `Refusal` if it is known as something else."""
    place = queries.resolve(region)
    known = Agency.objects.filter(folded_name=queries.folded(name)).first()
    if known is None:
        office = Office(_agency_name(name), _kind(kind), place.code)
        seeding.add_offices([office], seeded=False)
        return queries.agency(office.id)
    if (known.kind, known.region_code) != (kind, place.code):
        raise Refusal(
            "%(name)s sudah dikenal sebagai %(kind)s di wilayah %(region)s. Pakai jenis dan wilayah itu, "
            "atau nama instansi lain.",
            code="agency_known_otherwise",
            name=known.name,
            kind=known.kind,
            region=known.region_code,
        )
    return queries.agency(known.id)


def abolish_agency(name: str, *, on: date) -> queries.AgencyView:
    """From this day on nothing new is recorded for the office; what it wrote stays. Raises `Refusal`."""
    office = queries.agency_named(name)
    if queries.is_founded() and office.id == queries.this_node().agency_id:
        raise Refusal(
            "%(name)s adalah instansi simpul ini, jadi tidak dapat dibubarkan di sini.",
            code="agency_of_this_node",
            name=office.name,
        )
    Agency.objects.filter(pk=office.id).update(abolished_date=on)
    return queries.agency(office.id)


def _agency_name(text: str) -> str:
    name = " ".join(text.split())
    if not 3 <= len(name) <= _LONGEST_NAME or _NUMBER_LIKE.search(name):
        raise Refusal(
            "Nama instansi berisi 3 sampai %(most)s huruf, tanpa nomor panjang. Tulis nama lengkapnya.",
            code="bad_agency_name",
            most=_LONGEST_NAME,
        )
    return name


def _kind(text: str) -> AgencyKind:
    try:
        return AgencyKind(text)
    except ValueError:
        raise Refusal(
            "Jenis instansi ini tidak dikenal. Yang ada: %(known)s.",
            code="unknown_agency_kind",
            known=", ".join(AgencyKind),
        ) from None


def import_bps_codes(content: bytes, *, valid_from: date) -> int:
    """Take in a bridging table (CSV with `kode_bps` and `kode_dagri`); how many codes. All rows or none."""
    bridges = bridging_table.read(content)
    _refuse_what_does_not_fit(bridges)
    rows = [(bridge.bps, bridge.kemendagri, valid_from) for bridge in bridges]
    with transaction.atomic():
        bulk.upsert(BpsCode, ("code", "region_code", "valid_from"), rows)
    return len(rows)


def _refuse_what_does_not_fit(bridges: list[Bridge]) -> None:
    known = set(Region.objects.order_by("code").values_list("code", flat=True))
    said_first: dict[str, str] = {}
    bad = [
        str(bridge.line)
        for bridge in bridges
        if not bridge.fits
        or bridge.kemendagri not in known
        or said_first.setdefault(bridge.bps, bridge.kemendagri) != bridge.kemendagri
    ]
    if bad:
        raise Malformed(
            "Tidak ada yang disimpan: kode di baris %(rows)s tidak ada dalam daftar wilayah. Perbaiki lalu impor lagi.",
            code="unknown_codes_in_table",
            rows=", ".join(bad[:_ROWS_NAMED]) + (", …" if len(bad) > _ROWS_NAMED else ""),
        )
