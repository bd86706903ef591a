"""Which fields does each kind of record have, of which type, in whose authority, and what are they called on screen?

The ids are for ever: they are signed in every commit. A field that goes out of use keeps its id. The group says who is
authoritative for it (organisation's policy); the sources are the e-RTLH sheets and the verification forms to 2026.
"""

from dataclasses import dataclass
from enum import IntEnum

from betang.journal.domain.records import FieldType
from betang.register.domain import codes
from betang.register.domain.code_lists import CodeList
from betang.register.domain.doubt_codes import FIGURE_DOUBT, NUMBER_DOUBT


class Kind(IntEnum):
    """The kinds of record, by the code each has in a commit."""

    HOUSE = 1
    FAMILY = 2
    PERSON = 3
    ASSESSMENT = 4
    AID = 5

    @property
    def label(self) -> str:
        return _KIND_LABELS[self]


_KIND_LABELS = {
    Kind.HOUSE: "Rumah",
    Kind.FAMILY: "Keluarga",
    Kind.PERSON: "Orang",
    Kind.ASSESSMENT: "Penilaian",
    Kind.AID: "Bantuan",
}


@dataclass(frozen=True)
class Field:
    """One field: `label` is Bahasa Indonesia (a msgid), `unit` the sign beside its value.

    Numbers lie from `low` to `high`; decimals are kept to `places`.
    """

    id: int
    name: str
    type: FieldType
    group: str
    label: str
    codes: CodeList | None = None
    unit: str = ""
    low: int = 0
    high: int = 0
    places: int = 2


_TEXT, _INTEGER, _DECIMAL, _DATE = FieldType.TEXT, FieldType.INTEGER, FieldType.DECIMAL, FieldType.DATE
_BOOLEAN, _CODE, _CODES = FieldType.BOOLEAN, FieldType.CODE, FieldType.CODES
_ENTITY, _SEALED = FieldType.ENTITY, FieldType.SEALED

HOUSE = (
    Field(1, "village_code", _TEXT, "house_place", "Desa atau kelurahan"),
    Field(2, "hamlet", _TEXT, "house_place", "Dusun"),
    Field(3, "rt", _TEXT, "house_place", "RT"),
    Field(4, "rw", _TEXT, "house_place", "RW"),
    Field(5, "address", _TEXT, "house_place", "Alamat rumah"),
    Field(6, "latitude", _DECIMAL, "house_place", "Lintang", unit="°", low=-90, high=90, places=7),
    Field(7, "longitude", _DECIMAL, "house_place", "Bujur", unit="°", low=-180, high=180, places=7),
    Field(8, "position_accuracy_m", _DECIMAL, "house_place", "Ketelitian letak", unit="m", high=100_000),
    Field(9, "position_source", _CODE, "house_place", "Asal letak", codes.POSITION_SOURCE),
    Field(10, "room_function", _CODE, "house_state", "Fungsi ruang", codes.ROOM_FUNCTION),
    Field(11, "area_kinds", _CODES, "house_place", "Jenis kawasan", codes.AREA_KINDS),
    Field(12, "floor_area_m2", _DECIMAL, "house_state", "Luas rumah", unit="m²", high=100_000),
    Field(13, "land_area_m2", _DECIMAL, "tenure", "Luas lahan", unit="m²", high=10_000_000),
    Field(14, "build_year", _INTEGER, "house_state", "Tahun dibangun", low=1800, high=2200),
    Field(15, "family_count", _INTEGER, "house_state", "Jumlah keluarga serumah", unit="KK", high=100),
    Field(16, "occupants", _INTEGER, "house_state", "Jumlah penghuni", unit="orang", high=500),
    Field(17, "house_ownership", _CODE, "tenure", "Status kepemilikan rumah", codes.HOUSE_OWNERSHIP),
    Field(18, "land_tenure", _CODE, "tenure", "Status kepemilikan tanah", codes.LAND_TENURE),
    Field(19, "tenure_proof", _CODE, "tenure", "Bukti hak atas tanah", codes.TENURE_PROOF),
    Field(20, "tenure_document", _TEXT, "tenure", "Nomor bukti hak"),
    Field(21, "land_disputed", _BOOLEAN, "tenure", "Tanah dalam sengketa"),
    Field(22, "zoning_conforms", _BOOLEAN, "tenure", "Sesuai tata ruang"),
    Field(23, "foundation_material", _CODE, "house_state", "Bahan fondasi", codes.FOUNDATION),
    Field(24, "column_material", _CODE, "house_state", "Bahan kolom", codes.COLUMN),
    Field(25, "roof_frame_material", _CODE, "house_state", "Bahan rangka atap", codes.ROOF_FRAME),
    Field(26, "ceiling_material", _CODE, "house_state", "Bahan plafon", codes.CEILING),
    Field(27, "beam_material", _CODE, "house_state", "Bahan balok", codes.BEAM),
    Field(28, "sill_beam", _CODE, "house_state", "Sloof", codes.THERE_OR_NOT),
    Field(29, "windows", _CODE, "house_state", "Jendela", codes.THERE_OR_NOT),
    Field(30, "ventilation", _CODE, "house_state", "Ventilasi", codes.THERE_OR_NOT),
    Field(31, "floor_material", _CODE, "house_state", "Bahan lantai", codes.FLOOR),
    Field(32, "wall_material", _CODE, "house_state", "Bahan dinding", codes.WALL),
    Field(33, "roof_material", _CODE, "house_state", "Bahan atap", codes.ROOF),
    Field(34, "water_source", _CODE, "house_state", "Sumber air minum", codes.WATER_SOURCE),
    Field(35, "water_to_septic", _CODE, "house_state", "Jarak sumber air ke pembuangan tinja", codes.WATER_TO_SEPTIC),
    Field(36, "bathroom", _CODE, "house_state", "Kamar mandi dan jamban", codes.BATHROOM),
    Field(37, "latrine", _CODE, "house_state", "Jenis kloset", codes.LATRINE),
    Field(38, "sewage", _CODE, "house_state", "Tempat pembuangan akhir tinja", codes.SEWAGE),
    Field(39, "lighting", _CODE, "house_state", "Penerangan", codes.LIGHTING),
    Field(40, "status", _CODE, "record", "Status catatan rumah", codes.RECORD_STATUS),
    Field(41, "note", _TEXT, "record", "Catatan rumah"),
    Field(42, "occupied_since", _DATE, "tenure", "Ditempati sejak"),
    Field(43, "position_doubt", _CODE, "house_place", "Keraguan letak", FIGURE_DOUBT),
    Field(44, "floor_area_doubt", _CODE, "house_state", "Keraguan luas rumah", FIGURE_DOUBT),
    Field(45, "occupants_doubt", _CODE, "house_state", "Keraguan jumlah penghuni", FIGURE_DOUBT),
)

FAMILY = (
    Field(1, "house", _ENTITY, "family", "Rumah yang ditempati"),
    Field(2, "head", _ENTITY, "family", "Kepala keluarga"),
    Field(3, "village_code", _TEXT, "family", "Desa atau kelurahan keluarga"),
    Field(4, "kk_number", _SEALED, "identity", "Nomor KK"),
    Field(5, "kk_doubt", _CODE, "identity", "Keraguan nomor KK", NUMBER_DOUBT),
    Field(6, "income_rupiah", _INTEGER, "family", "Penghasilan sebulan", unit="Rp", high=10**12),
    Field(7, "income_band", _CODE, "family", "Golongan penghasilan", codes.INCOME_BAND),
    Field(8, "other_house_asset", _CODE, "family", "Aset rumah di tempat lain", codes.THERE_OR_NOT),
    Field(9, "other_land_asset", _CODE, "family", "Aset tanah di tempat lain", codes.THERE_OR_NOT),
    Field(10, "member_count", _INTEGER, "family", "Jumlah anggota keluarga", unit="orang", high=100),
    Field(11, "welfare_decile", _INTEGER, "welfare", "Desil", low=1, high=10),
    Field(12, "decile_date", _DATE, "welfare", "Tanggal desil"),
    Field(13, "dtsen_id", _TEXT, "welfare", "ID DTSEN"),
    Field(14, "housing_need", _CODE, "family", "Kebutuhan rumah", codes.HOUSING_NEED),
    Field(15, "address", _TEXT, "family", "Alamat keluarga"),
    Field(16, "elderly_count", _INTEGER, "family", "Jumlah lansia", unit="orang", high=100),
    Field(17, "toddler_count", _INTEGER, "family", "Jumlah balita", unit="orang", high=100),
    Field(18, "disabled_count", _INTEGER, "family", "Jumlah penyandang disabilitas", unit="orang", high=100),
    Field(19, "male_count", _INTEGER, "family", "Jumlah laki-laki", unit="orang", high=100),
    Field(20, "female_count", _INTEGER, "family", "Jumlah perempuan", unit="orang", high=100),
    Field(21, "status", _CODE, "record", "Status catatan keluarga", codes.FAMILY_STATUS),
    Field(22, "note", _TEXT, "record", "Catatan keluarga"),
    Field(23, "income_doubt", _CODE, "family", "Keraguan penghasilan", FIGURE_DOUBT),
)

PERSON = (
    Field(1, "family", _ENTITY, "family", "Keluarga"),
    Field(2, "name", _TEXT, "identity", "Nama lengkap"),
    Field(3, "nik", _SEALED, "identity", "NIK"),
    Field(4, "nik_doubt", _CODE, "identity", "Keraguan NIK", NUMBER_DOUBT),
    Field(5, "sex", _CODE, "identity", "Jenis kelamin", codes.SEX),
    Field(6, "birth_place", _TEXT, "identity", "Tempat lahir"),
    Field(7, "birth_date", _DATE, "identity", "Tanggal lahir"),
    Field(8, "stated_age", _INTEGER, "family", "Umur menurut pengakuan", unit="tahun", high=150),
    Field(9, "education", _CODE, "family", "Pendidikan terakhir", codes.EDUCATION),
    Field(10, "occupation", _CODE, "family", "Pekerjaan", codes.OCCUPATION),
    Field(11, "phone", _TEXT, "family", "Nomor HP"),
    Field(12, "relation", _CODE, "family", "Hubungan dengan kepala keluarga", codes.RELATION),
    Field(13, "status", _CODE, "record", "Status catatan orang", codes.PERSON_STATUS),
    Field(14, "note", _TEXT, "record", "Catatan orang"),
)

ASSESSMENT = (
    Field(1, "house", _ENTITY, "assessment", "Rumah yang dinilai"),
    Field(2, "family", _ENTITY, "assessment", "Keluarga yang dikunjungi"),
    Field(3, "assessed_date", _DATE, "assessment", "Tanggal pendataan"),
    Field(4, "assessor", _TEXT, "assessment", "Nama pendata"),
    Field(5, "visit_outcome", _CODE, "assessment", "Hasil kunjungan", codes.VISIT_OUTCOME),
    Field(6, "foundation_condition", _CODE, "assessment", "Kondisi fondasi", codes.CONDITION),
    Field(7, "sill_beam_condition", _CODE, "assessment", "Kondisi sloof", codes.CONDITION),
    Field(8, "column_condition", _CODE, "assessment", "Kondisi kolom", codes.CONDITION),
    Field(9, "ring_beam_condition", _CODE, "assessment", "Kondisi ring balok", codes.CONDITION),
    Field(10, "roof_frame_condition", _CODE, "assessment", "Kondisi rangka atap", codes.CONDITION),
    Field(11, "floor_condition", _CODE, "assessment", "Kondisi lantai", codes.CONDITION),
    Field(12, "wall_condition", _CODE, "assessment", "Kondisi dinding", codes.CONDITION),
    Field(13, "window_condition", _CODE, "assessment", "Kondisi jendela", codes.CONDITION),
    Field(14, "ventilation_condition", _CODE, "assessment", "Kondisi ventilasi", codes.CONDITION),
    Field(15, "ceiling_condition", _CODE, "assessment", "Kondisi plafon", codes.CONDITION),
    Field(16, "roof_condition", _CODE, "assessment", "Kondisi atap", codes.CONDITION),
    Field(17, "photo_files", _TEXT, "assessment", "Nama berkas foto"),
    Field(18, "status", _CODE, "record", "Status catatan penilaian", codes.RECORD_STATUS),
    Field(19, "note", _TEXT, "record", "Catatan penilaian"),
)

AID = (
    Field(1, "family", _ENTITY, "aid", "Keluarga penerima"),
    Field(2, "house", _ENTITY, "aid", "Rumah yang dibantu"),
    Field(3, "programme", _TEXT, "aid", "Program bantuan"),
    Field(4, "funding_source", _CODE, "aid", "Sumber dana", codes.FUNDING_SOURCE),
    Field(5, "year", _INTEGER, "aid", "Tahun bantuan", low=1945, high=2200),
    Field(6, "amount_rupiah", _INTEGER, "aid", "Nilai bantuan", unit="Rp", high=10**12),
    Field(7, "document", _TEXT, "aid", "Dokumen bantuan"),
    Field(8, "received_band", _CODE, "aid", "Pernah dibantu pemerintah", codes.RECEIVED_BAND),
    Field(9, "status", _CODE, "record", "Status catatan bantuan", codes.RECORD_STATUS),
    Field(10, "note", _TEXT, "record", "Catatan bantuan"),
)

FIELDS: dict[Kind, tuple[Field, ...]] = {
    Kind.HOUSE: HOUSE,
    Kind.FAMILY: FAMILY,
    Kind.PERSON: PERSON,
    Kind.ASSESSMENT: ASSESSMENT,
    Kind.AID: AID,
}
BY_NAME: dict[Kind, dict[str, Field]] = {kind: {each.name: each for each in fields} for kind, fields in FIELDS.items()}


def field(kind: Kind, name: str) -> Field:
    return BY_NAME[kind][name]
