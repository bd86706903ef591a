"""Which kinds of office are there, and which offices does every node know from the start?"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from betang.kernel.ids import derived_id
from betang.organisation.domain.regions import NATION


class AgencyKind(StrEnum):
    """What an office is for."""

    HOUSING = "housing"
    PERMITS = "permits"
    REVENUE = "revenue"
    VILLAGES = "villages"
    PROVINCE = "province"
    BALAI = "balai"
    MINISTRY = "ministry"
    CIVIL_REGISTRY = "civil_registry"
    STATISTICS = "statistics"
    COMPANY = "company"
    ZAKAT = "zakat"
    FOUNDATION = "foundation"


# What each kind of office is authoritative for, in the words of the law's officials.
MANDATES = {
    AgencyKind.HOUSING: "Keadaan rumah, penilaian, dan usulan BSPS dan DAK",
    AgencyKind.PERMITS: "Persetujuan Bangunan Gedung (PBG) dan retribusi nol",
    AgencyKind.REVENUE: "BPHTB nol dan pajak bumi dan bangunan",
    AgencyKind.VILLAGES: "Usulan desa, musyawarah desa, dan pekerjaan Dana Desa",
    AgencyKind.PROVINCE: "APBD provinsi, verifikasi usulan DAK, dan koordinasi kabupaten/kota",
    AgencyKind.BALAI: "Kuota, lokasi, penetapan, dan pencairan BSPS di wilayahnya",
    AgencyKind.MINISTRY: "Lokasi, kuota, aturan, pembiayaan, dan hitungan nasional",
    AgencyKind.CIVIL_REGISTRY: "NIK, KK, dan data kependudukan",
    AgencyKind.STATISTICS: "Desil kesejahteraan (DTSEN) dan statistik",
    AgencyKind.COMPANY: "Tawaran bantuan CSR dan rumah yang dibayarnya",
    AgencyKind.ZAKAT: "Tawaran bantuan zakat dan rumah yang dibayarnya",
    AgencyKind.FOUNDATION: "Tawaran bantuan yayasan dan rumah yang dibayarnya",
}
# Who gives of their own: they see their offers and the homes that came of them, and no list.
DONORS = frozenset({AgencyKind.COMPANY, AgencyKind.ZAKAT, AgencyKind.FOUNDATION})


@dataclass(frozen=True, slots=True)
class Office:
    """An agency, known by name, kind and region; so is its id, on every node."""

    name: str
    kind: AgencyKind
    region_code: str

    @property
    def id(self) -> UUID:
        return derived_id("agency", self.name, self.kind, self.region_code)


# The eight kabupaten of the coordination meeting, by Kemendagri code.
KABUPATEN = {
    "61.03": "Sanggau",
    "61.04": "Ketapang",
    "61.05": "Sintang",
    "61.06": "Kapuas Hulu",
    "61.07": "Bengkayang",
    "61.08": "Landak",
    "61.09": "Sekadau",
    "61.10": "Melawi",
}
_FOUR_OFFICES = (
    ("Disperakim", AgencyKind.HOUSING),
    ("DPMPTSP", AgencyKind.PERMITS),
    ("Bapenda", AgencyKind.REVENUE),
    ("DPMD", AgencyKind.VILLAGES),
)

SEEDED = (
    *(
        Office(f"{short} Kabupaten {name}", kind, region)
        for region, name in KABUPATEN.items()
        for short, kind in _FOUR_OFFICES
    ),
    Office("Dinas Perkim Provinsi Kalimantan Barat", AgencyKind.PROVINCE, "61"),
    Office("BP3KP Kalimantan I", AgencyKind.BALAI, "61"),
    Office("Direktorat Jenderal Perumahan Perdesaan", AgencyKind.MINISTRY, NATION),
    Office("Direktorat Pembiayaan Perumahan Perdesaan", AgencyKind.MINISTRY, NATION),
    Office("Direktorat Peningkatan Kualitas Perumahan Perdesaan", AgencyKind.MINISTRY, NATION),
)
