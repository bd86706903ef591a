"""Who meets, promises and answers in the tests of coordination? The offices are real ones, the people invented."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from betang.accounts.domain.acting import Acting
from betang.coordination import commands
from betang.organisation import queries as organisation
from betang.organisation import seeding
from betang.organisation.domain.agencies import KABUPATEN
from betang.organisation.domain.regions import NATION
from betang.organisation.models import Region, ThisNode
from betang.register import commands as register
from betang.register.commands import RowEntry

SINTANG, KALBAR = "61.05", "61"
KETUNGAU, NANGA_BUGAU, SENANING = "61.05.14", "61.05.14.2001", "61.05.14.2002"
PLACES = {
    KALBAR: ("Kalimantan Barat", "provinsi"),
    **{code: (name, "kabupaten") for code, name in KABUPATEN.items()},
    KETUNGAU: ("Ketungau Hulu", "kecamatan"),
    NANGA_BUGAU: ("Nanga Bugau", "desa"),
    SENANING: ("Senaning", "desa"),
}
TODAY = timezone.localdate()
YESTERDAY = TODAY - timedelta(days=1)


@dataclass(frozen=True)
class Cast:
    """Maria and her head Hendra work for Disperakim Sintang, Dewi for its DPMPTSP, Budi for Melawi's Disperakim.

    Yosef is of the province, Bertus heads the balai, Ria is of the ministry, Hilda heads its directorate general.
    """

    maria: Acting
    hendra: Acting
    dewi: Acting
    budi: Acting
    yosef: Acting
    head_of_province: Acting
    bertus: Acting
    ria: Acting
    hilda: Acting
    siti: Acting
    rudi: Acting


def open_offices() -> Cast:
    Region.objects.bulk_create(
        Region(
            code=code,
            name=name,
            level=code.count(".") + 1,
            parent_code=code.rpartition(".")[0] or NATION,
            kind=kind,
            valid_from=date(2025, 1, 1),
            decree="contoh",
        )
        for code, (name, kind) in PLACES.items()
    )
    seeding.seed_agencies()
    disperakim = "Disperakim Kabupaten Sintang"
    ThisNode.objects.create(
        agency_id=organisation.agency_named(disperakim).id, region_code=KALBAR, created_at=timezone.now()
    )
    head = "head_of_office"
    perkim, dirjen = "Dinas Perkim Provinsi Kalimantan Barat", "Direktorat Jenderal Perumahan Perdesaan"
    return Cast(
        maria=acting("maria", disperakim),
        hendra=acting("hendra", disperakim, role=head),
        dewi=acting("dewi", "DPMPTSP Kabupaten Sintang"),
        budi=acting("budi", "Disperakim Kabupaten Melawi"),
        yosef=acting("yosef", perkim),
        head_of_province=acting("kepala", perkim, role=head),
        bertus=acting("bertus", "BP3KP Kalimantan I", role=head),
        ria=acting("ria", dirjen),
        hilda=acting("hilda", dirjen, role=head),
        siti=acting("siti", disperakim, role="facilitator"),
        rudi=acting("rudi", disperakim, role="viewer"),
    )


def acting(username: str, agency: str, *, role: str = "data_officer") -> Acting:
    office = organisation.agency_named(agency)
    return Acting(username, username.title(), office.id, office.name, office.kind, role, office.region_code)


def assess(*heads: str, by: Acting, on: date, village: str = NANGA_BUGAU, batch: int = 9) -> list[UUID]:
    """An uploaded list: these heads of families were visited on a day. The families' ids."""
    rows = [_row(number, name, village, on) for number, name in enumerate(heads, 1)]
    stated = [register.look_through(row, village[:5]) for row in rows]
    taken = register.take_in(by, stated, batch=UUID(int=batch), file="Daftar RTLH.xlsx", partition=village[:5])
    return [each.family_id for each in taken if each.family_id]


def _row(number: int, name: str, village: str, on: date) -> RowEntry:
    return RowEntry(
        row=number,
        columns={},
        house={"village_code": village, "address": f"Dusun Rekaan {name}", "roof_material": "SENG"},
        family={},
        head={"name": name, "sex": "LAKI-LAKI"},
        assessment={"assessed_date": on, "assessor": "Petugas", "roof_condition": "TIDAK LAYAK"},
        observed=on,
    )


def promise(by: Acting, **more: object) -> UUID:
    """Two families assessed in Ketungau Hulu since a month ago, by the day after tomorrow."""
    usual: Mapping[str, object] = {
        "text": "Keluarga di Ketungau Hulu didata",
        "region_code": SINTANG,
        "due_date": TODAY + timedelta(days=2),
        "made_date": TODAY - timedelta(days=30),
        "metric": "KELUARGA DIDATA",
        "filter": f"wilayah={KETUNGAU}",
        "since_date": TODAY - timedelta(days=30),
        "threshold": 2,
    }
    return commands.promise(by, {**usual, **more})


def obstacle(by: Acting, **more: object) -> UUID:
    usual: Mapping[str, object] = {"topic": "REGULASI", "text": "Aturan tanah adat", "region_code": SINTANG}
    return commands.raise_obstacle(by, {**usual, **more})
