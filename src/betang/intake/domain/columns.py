"""Which columns may a list have, whatever its headings, and which field of the register does each become?"""

from dataclasses import dataclass
from functools import cache

from betang.intake.domain import numbers
from betang.intake.domain.reading import Reader, choice, condition, phone, text
from betang.register.domain import codes
from betang.register.domain.fields import Kind, field

PROGRAMME = "programme"  # the part of columns that only workbooks of rooms above have
MOST_AREAS = 4  # JENIS KAWASAN of the import sheet spans four columns


@dataclass(frozen=True, slots=True)
class ColumnKey:
    """A column by its one name. `label` is Bahasa (a msgid), `part` house, family, head, assessment, aid or empty.

    With `read`, the cell alone says what the first of `fields` is; without, domain.rows reads it together with others.
    `answers` are what may stand in the cell, where no field of the register says so.
    """

    key: str
    label: str
    part: str = ""
    fields: tuple[str, ...] = ()
    read: Reader | None = None
    answers: tuple[str, ...] = ()


_there_or_not = choice(codes.THERE_OR_NOT)
_condition = condition(codes.CONDITION)
_house_ownership = choice(codes.HOUSE_OWNERSHIP)
_water_to_septic = choice(codes.WATER_TO_SEPTIC)
read_area = choice(codes.AREA_KINDS)

_ALL: tuple[ColumnKey, ...] = (
    ColumnKey("number", "Nomor urut"),
    ColumnKey("village", "Kode desa/kelurahan", "house", ("village_code",)),
    ColumnKey("village_name", "Nama desa/kelurahan"),
    ColumnKey("district_name", "Nama kecamatan"),
    ColumnKey("regency_name", "Nama kabupaten/kota"),
    ColumnKey("province_name", "Nama provinsi"),
    ColumnKey("name", "Nama kepala keluarga", "head", ("name",)),
    ColumnKey("nik", "NIK", "head", ("nik", "nik_doubt")),
    ColumnKey("kk", "Nomor KK", "family", ("kk_number", "kk_doubt")),
    ColumnKey("sex", "Jenis kelamin", "head", ("sex",), choice(codes.SEX)),
    ColumnKey("birth_place", "Tempat lahir", "head", ("birth_place",), text),
    ColumnKey("birth_date", "Tanggal lahir", "head", ("birth_date",)),
    ColumnKey("age", "Umur", "head", ("stated_age",), numbers.age),
    ColumnKey("education", "Pendidikan terakhir", "head", ("education",), choice(codes.EDUCATION)),
    ColumnKey("occupation", "Pekerjaan", "head", ("occupation",), choice(codes.OCCUPATION)),
    ColumnKey("phone", "Nomor HP", "head", ("phone",), phone),
    ColumnKey("address", "Alamat rumah", "house", ("address", "hamlet", "rt", "rw")),
    ColumnKey("hamlet", "Dusun", "house", ("hamlet",)),
    ColumnKey("rt", "RT", "house", ("rt",)),
    ColumnKey("rw", "RW", "house", ("rw",)),
    ColumnKey("rt_rw", "RT dan RW dalam satu sel", "house", ("rt", "rw")),
    ColumnKey("income", "Penghasilan sebulan", "family", ("income_rupiah", "income_band", "income_doubt")),
    ColumnKey("other_house", "Aset rumah di tempat lain", "family", ("other_house_asset",), _there_or_not),
    ColumnKey("other_land", "Aset tanah di tempat lain", "family", ("other_land_asset",), _there_or_not),
    ColumnKey("member_count", "Jumlah anggota keluarga", "family", ("member_count",), numbers.member_count),
    ColumnKey("housing_need", "Kebutuhan rumah (golongan backlog)", "family", ("housing_need",), numbers.housing_need),
    ColumnKey("decile", "Desil", "family", ("welfare_decile",), numbers.decile),
    ColumnKey("house_ownership", "Status kepemilikan rumah", "house", ("house_ownership",), _house_ownership),
    ColumnKey("land_tenure", "Status kepemilikan tanah", "house", ("land_tenure",), choice(codes.LAND_TENURE)),
    ColumnKey("tenure_proof", "Bukti hak atas tanah", "house", ("tenure_proof",), choice(codes.TENURE_PROOF)),
    ColumnKey("tenure_document", "Nomor bukti hak", "house", ("tenure_document",), text),
    ColumnKey("areas", "Jenis kawasan", "house", ("area_kinds",)),
    ColumnKey("room_function", "Fungsi ruang", "house", ("room_function",), choice(codes.ROOM_FUNCTION)),
    ColumnKey("floor_area", "Luas rumah", "house", ("floor_area_m2", "floor_area_doubt"), numbers.floor_area),
    ColumnKey("land_area", "Luas lahan", "house", ("land_area_m2",), numbers.land_area),
    ColumnKey("build_year", "Tahun dibangun", "house", ("build_year",), numbers.build_year),
    ColumnKey("family_count", "Jumlah keluarga serumah", "house", ("family_count",), numbers.family_count),
    ColumnKey("occupants", "Jumlah penghuni", "house", ("occupants", "occupants_doubt"), numbers.occupants),
    ColumnKey("foundation", "Bahan fondasi", "house", ("foundation_material",), choice(codes.FOUNDATION)),
    ColumnKey("column", "Bahan kolom", "house", ("column_material",), choice(codes.COLUMN)),
    ColumnKey("roof_frame", "Bahan rangka atap", "house", ("roof_frame_material",), choice(codes.ROOF_FRAME)),
    ColumnKey("ceiling", "Bahan plafon", "house", ("ceiling_material",), choice(codes.CEILING)),
    ColumnKey("beam", "Bahan balok", "house", ("beam_material",), choice(codes.BEAM)),
    ColumnKey("sill_beam", "Sloof", "house", ("sill_beam",), _there_or_not),
    ColumnKey("windows", "Jendela", "house", ("windows",), _there_or_not),
    ColumnKey("ventilation", "Ventilasi", "house", ("ventilation",), _there_or_not),
    ColumnKey("floor", "Bahan lantai", "house", ("floor_material",), choice(codes.FLOOR)),
    ColumnKey("wall", "Bahan dinding", "house", ("wall_material",), choice(codes.WALL)),
    ColumnKey("roof", "Bahan atap", "house", ("roof_material",), choice(codes.ROOF)),
    ColumnKey("foundation_condition", "Kondisi fondasi", "assessment", ("foundation_condition",), _condition),
    ColumnKey("sill_beam_condition", "Kondisi sloof", "assessment", ("sill_beam_condition",), _condition),
    ColumnKey("column_condition", "Kondisi kolom", "assessment", ("column_condition",), _condition),
    ColumnKey("beam_condition", "Kondisi balok", "assessment", ("ring_beam_condition",), _condition),
    ColumnKey("roof_frame_condition", "Kondisi rangka atap", "assessment", ("roof_frame_condition",), _condition),
    ColumnKey("floor_condition", "Kondisi lantai", "assessment", ("floor_condition",), _condition),
    ColumnKey("wall_condition", "Kondisi dinding", "assessment", ("wall_condition",), _condition),
    ColumnKey("windows_condition", "Kondisi jendela", "assessment", ("window_condition",), _condition),
    ColumnKey("ventilation_condition", "Kondisi ventilasi", "assessment", ("ventilation_condition",), _condition),
    ColumnKey("ceiling_condition", "Kondisi plafon", "assessment", ("ceiling_condition",), _condition),
    ColumnKey("roof_condition", "Kondisi atap", "assessment", ("roof_condition",), _condition),
    ColumnKey("lighting", "Penerangan", "house", ("lighting",), choice(codes.LIGHTING)),
    ColumnKey("water", "Sumber air minum", "house", ("water_source",), choice(codes.WATER_SOURCE)),
    ColumnKey("water_to_septic", "Jarak sumber air ke tinja", "house", ("water_to_septic",), _water_to_septic),
    ColumnKey("bathroom", "Kamar mandi dan jamban", "house", ("bathroom",), choice(codes.BATHROOM)),
    ColumnKey("latrine", "Jenis kloset", "house", ("latrine",), choice(codes.LATRINE)),
    ColumnKey("sewage", "Tempat pembuangan tinja", "house", ("sewage",), choice(codes.SEWAGE)),
    ColumnKey("longitude", "Bujur", "house", ("longitude", "position_source", "position_doubt")),
    ColumnKey("latitude", "Lintang", "house", ("latitude",)),
    ColumnKey("position", "Koordinat (lintang, bujur)", "house", ("latitude", "longitude")),
    ColumnKey("surveyed", "Tanggal pendataan", "assessment", ("assessed_date",)),
    ColumnKey("surveyor", "Nama pendata", "assessment", ("assessor",), text),
    ColumnKey("visit_outcome", "Hasil kunjungan", "assessment", ("visit_outcome",), choice(codes.VISIT_OUTCOME)),
    ColumnKey("photo", "Nama berkas foto", "assessment", ("photo_files",), text),
    ColumnKey("aid_before", "Pernah dibantu pemerintah", "aid", ("received_band",), choice(codes.RECEIVED_BAND)),
    ColumnKey("aid_programme", "Program bantuan", "aid", ("programme",), text),
    ColumnKey("aid_year", "Tahun bantuan", "aid", ("year",), numbers.aid_year),
    ColumnKey("kitchen", "Dapur (tidak disimpan)"),
)  # fmt: skip
KEYS: dict[str, ColumnKey] = {each.key: each for each in _ALL}
_KIND_OF_PART = {
    "house": Kind.HOUSE,
    "family": Kind.FAMILY,
    "head": Kind.PERSON,
    "assessment": Kind.ASSESSMENT,
    "aid": Kind.AID,
}


@cache
def answers(key: str) -> tuple[str, ...]:
    """What may stand in this column, as sheets write it; nothing where people write freely."""
    column = KEYS.get(key)
    if column is None or not column.fields or column.part == PROGRAMME:
        return column.answers if column else ()
    listed = field(_KIND_OF_PART[column.part], column.fields[0]).codes
    return listed.codes if listed else ()
