"""Who plans, who gives, and where? All people and firms are invented."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from betang.accounts.domain.acting import Acting
from betang.organisation import commands as organisation
from betang.organisation import queries as organisation_queries
from betang.organisation.domain.regions import NATION
from betang.organisation.models import Region
from betang.planning import commands

SINTANG, KAPUAS_HULU, KALBAR = "61.05", "61.06", "61"
KELAM, LEBANG, MERPAK = "61.05.19", "61.05.19.2001", "61.05.19.2002"
PLACES = {
    KALBAR: "Kalimantan Barat",
    SINTANG: "Sintang",
    "61.05.08": "Kayan Hilir",
    "61.05.08.2001": "Nanga Mau",
    KELAM: "Kelam Permai",
    LEBANG: "Nanga Lebang",
    MERPAK: "Merpak",
    KAPUAS_HULU: "Kapuas Hulu",
    "61.06.01": "Putussibau Utara",
    "61.06.01.2001": "Nanga Sambus",
}


@dataclass(frozen=True)
class Cast:
    """Maria plans for Sintang, Budi elsewhere, Yosef for the province, Ria for the ministry; others give or read."""

    maria: Acting
    budi: Acting
    yosef: Acting
    bertus: Acting
    ria: Acting
    dewi: Acting
    domi: Acting
    pt: Acting
    baznas: Acting
    siti: Acting


def open_offices() -> Cast:
    Region.objects.bulk_create(
        Region(
            code=code,
            name=name,
            level=code.count(".") + 1,
            parent_code=code.rpartition(".")[0],
            kind="",
            valid_from=date(2025, 1, 1),
            decree="contoh",
        )
        for code, name in PLACES.items()
    )
    return Cast(
        maria=_acting("maria", "Disperakim Rekaan Sintang", "housing", SINTANG),
        budi=_acting("budi", "Disperakim Rekaan Kapuas Hulu", "housing", KAPUAS_HULU),
        yosef=_acting("yosef", "Perkim Rekaan Kalbar", "province", KALBAR),
        bertus=_acting("bertus", "Balai Rekaan", "balai", KALBAR),
        ria=_acting("ria", "Direktorat Rekaan", "ministry", NATION),
        dewi=_acting("dewi", "DPMPTSP Rekaan Sintang", "permits", SINTANG),
        domi=_acting("domi", "DPMD Rekaan Sintang", "villages", SINTANG),
        pt=_acting("tika", "PT Rekaan Lestari", "company", KALBAR, role="donor"),
        baznas=_acting("umar", "Baznas Rekaan", "zakat", SINTANG, role="donor"),
        siti=_acting("siti", "Disperakim Rekaan Sintang", "housing", SINTANG, role="facilitator"),
    )


def _acting(username: str, agency: str, kind: str, region: str, *, role: str = "data_officer") -> Acting:
    known = {each.name: each for each in organisation_queries.agencies()}
    office = known.get(agency) or organisation.add_agency(name=agency, kind=kind, region=region)
    return Acting(username, username.title(), office.id, office.name, kind, role, region)


def enter(by: Acting, region: str, *, source: str = "BSPS", work: str | None = None, **values: object) -> UUID:
    """A purse of 2025."""
    return commands.set_purse(
        by, year=2025, region_code=region, source=source, work=work, values=values, because="Juknis"
    )
