"""Which fields does each form ask, in which order, under which heading?"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from betang.register.domain.fields import Kind

Groups = tuple[tuple[str | Promise, tuple[str, ...]], ...]

# The word for a kind in an address.
KINDS: Mapping[str, Kind] = {
    "rumah": Kind.HOUSE,
    "keluarga": Kind.FAMILY,
    "orang": Kind.PERSON,
    "penilaian": Kind.ASSESSMENT,
    "bantuan": Kind.AID,
}
WORDS: Mapping[Kind, str] = {kind: word for word, kind in KINDS.items()}

PLACE = ("village_code", "hamlet", "rt", "rw", "address")
BUILDING = ("floor_area_m2", "occupants", "family_count", "build_year", "room_function")
MATERIALS = (
    "roof_material", "wall_material", "floor_material", "roof_frame_material", "column_material", "beam_material",
    "foundation_material", "ceiling_material", "sill_beam", "windows", "ventilation",
)  # fmt: skip
WATER = ("water_source", "water_to_septic", "bathroom", "latrine", "sewage", "lighting")
TENURE = (
    "house_ownership", "land_tenure", "tenure_proof", "tenure_document", "land_area_m2", "land_disputed",
    "zoning_conforms", "occupied_since",
)  # fmt: skip
CONDITIONS = (
    "roof_condition", "wall_condition", "floor_condition", "roof_frame_condition", "column_condition",
    "ring_beam_condition", "foundation_condition", "sill_beam_condition", "window_condition", "ventilation_condition",
    "ceiling_condition",
)  # fmt: skip
VISIT = ("assessed_date", "assessor", "visit_outcome")
COUNTS = ("member_count", "male_count", "female_count", "elderly_count", "toddler_count", "disabled_count")
INCOME = ("income_rupiah", "income_band", "other_house_asset", "other_land_asset")
WELFARE = ("welfare_decile", "decile_date", "dtsen_id")
IDENTITY = ("name", "nik", "sex", "birth_place", "birth_date")
PERSONAL = ("relation", "stated_age", "education", "occupation", "phone")
AID = ("programme", "funding_source", "year", "amount_rupiah", "document", "received_band")
POSITION = ("latitude", "longitude", "position_accuracy_m", "position_source")
RECORD = ("status", "note")

EDITED: Mapping[Kind, Groups] = {
    Kind.HOUSE: (
        (_("Letak"), (*PLACE, *POSITION, "area_kinds")),
        (_("Bangunan"), BUILDING),
        (_("Bahan"), MATERIALS),
        (_("Air, sanitasi, dan penerangan"), WATER),
        (_("Hak atas rumah dan tanah"), TENURE),
        (_("Catatan"), RECORD),
    ),
    Kind.FAMILY: (
        (_("Keluarga"), ("kk_number", *COUNTS)),
        (_("Tempat tinggal"), ("housing_need", "village_code", "address")),
        (_("Penghasilan dan aset"), INCOME),
        (_("Kesejahteraan"), WELFARE),
        (_("Catatan"), RECORD),
    ),
    Kind.PERSON: ((_("Identitas"), IDENTITY), (_("Keterangan"), PERSONAL), (_("Catatan"), RECORD)),
    Kind.ASSESSMENT: ((_("Kunjungan"), VISIT), (_("Kondisi bagian rumah"), CONDITIONS), (_("Catatan"), RECORD)),
    Kind.AID: ((_("Bantuan"), AID), (_("Catatan"), RECORD)),
}

# What is asked of something new; the rest is asked on the page of the record, once it is there.
NEW_VISIT: Groups = ((_("Kunjungan"), VISIT), (_("Kondisi bagian rumah"), CONDITIONS), (_("Catatan"), ("note",)))
NEW_MEMBER: Groups = ((_("Identitas"), IDENTITY), (_("Keterangan"), PERSONAL))
NEW_AID: Groups = ((_("Bantuan"), AID), (_("Catatan"), ("note",)))

# How many letters an answer usually has, so that the width of a field hints at it.
WIDTHS: Mapping[str, int] = {
    "rt": 4, "rw": 4, "build_year": 6, "year": 6, "floor_area_m2": 8, "land_area_m2": 8, "occupants": 5,
    "family_count": 5, "member_count": 5, "male_count": 5, "female_count": 5, "elderly_count": 5, "toddler_count": 5,
    "disabled_count": 5, "stated_age": 5, "welfare_decile": 5, "latitude": 12, "longitude": 12,
    "position_accuracy_m": 8, "nik": 18, "kk_number": 18, "birth_date": 18, "assessed_date": 18, "decile_date": 18,
    "occupied_since": 18, "income_rupiah": 16, "amount_rupiah": 16, "phone": 16, "observed": 18,
}  # fmt: skip
