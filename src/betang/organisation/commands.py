"""How does a node come to know its regions, its offices and itself?"""

import csv
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from betang.journal import bulk
from betang.kernel.errors import Malformed, Refusal
from betang.organisation import queries, seeding
from betang.organisation.domain.agencies import AgencyKind, Office
from betang.organisation.models import Agency, BpsCode, Region, ThisNode

_COLUMNS = ("kode_bps", "kode_dagri")


def found_node(*, agency: str, kind: str, region: str) -> None:
    """Make this home the node of an agency, which is added if its name is new. Regions and offices are seeded first."""
    if queries.is_founded():
        raise Refusal("Simpul ini sudah disiapkan untuk instansi lain.", code="already_founded")
    with transaction.atomic():
        if not Region.objects.exists():
            seed()
        place = queries.resolve(region)
        office = add_agency(name=agency, kind=kind, region=place.code)
        ThisNode.objects.create(agency_id=office.id, region_code=place.code, created_at=timezone.now())


def seed() -> None:
    """Write all regions, the BPS codes kept with the program, and the offices every node knows."""
    with transaction.atomic():
        seeding.seed_regions()
        seeding.seed_bps_codes()
        seeding.seed_agencies()


def add_agency(*, name: str, kind: str, region: str) -> queries.AgencyView:
    """The office of this name, added if it is new. Raises `Refusal` if it is known as something else."""
    known = Agency.objects.filter(folded_name=queries.folded(name)).first()
    if known is None:
        office = Office(" ".join(name.split()), _kind(kind), queries.resolve(region).code)
        seeding.add_offices([office], seeded=False)
        return queries.agency(office.id)
    if (known.kind, known.region_code) != (kind, region):
        raise Refusal(
            "%(name)s sudah dikenal sebagai %(kind)s di wilayah %(region)s. Pakai jenis dan wilayah itu, "
            "atau nama instansi lain.",
            code="agency_known_otherwise",
            name=known.name,
            kind=known.kind,
            region=known.region_code,
        )
    return queries.agency(known.id)


def _kind(text: str) -> AgencyKind:
    try:
        return AgencyKind(text)
    except ValueError:
        raise Refusal(
            "Jenis instansi ini tidak dikenal. Yang ada: %(known)s.",
            code="unknown_agency_kind",
            known=", ".join(AgencyKind),
        ) from None


def import_bps_codes(path: Path) -> int:
    """Take in a bridging table (CSV with `kode_bps` and `kode_dagri`); how many codes. All rows or none."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        reader = csv.DictReader(file)
        if not set(_COLUMNS) <= set(reader.fieldnames or ()):
            raise Malformed(
                "Berkas ini bukan tabel padanan: kolom kode_bps dan kode_dagri harus ada.", code="not_a_bridging_table"
            )
        pairs = [(row["kode_bps"].strip(), _dotted(row["kode_dagri"])) for row in reader]
    _refuse_unknown(pairs)
    with transaction.atomic():
        bulk.upsert(BpsCode, ("code", "region_code", "valid_from"), [(*pair, seeding.BRIDGING_DATE) for pair in pairs])
    return len(pairs)


def _dotted(code: str) -> str:
    digits = code.strip().replace(".", "")
    parts = (digits[:2], digits[2:4], digits[4:6], digits[6:])
    return ".".join(part for part in parts if part)


def _refuse_unknown(pairs: list[tuple[str, str]]) -> None:
    known = set(Region.objects.values_list("code", flat=True))
    bad = [str(place) for place, (bps, code) in enumerate(pairs, 2) if code not in known or not bps.isdigit()]
    if bad:
        raise Malformed(
            "Tidak ada yang disimpan: kode di baris %(rows)s tidak ada dalam daftar wilayah. Perbaiki lalu impor lagi.",
            code="unknown_codes_in_table",
            rows=", ".join(bad[:10]),
        )
