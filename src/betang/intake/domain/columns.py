"""Which column of the sheet becomes which field of the register?"""

from dataclasses import dataclass

from betang.intake.domain import numbers
from betang.intake.domain.reading import Reader, choice, phone, text
from betang.register.domain import codes


@dataclass(frozen=True, slots=True)
class PlainColumn:
    """A column that is one field; the others (village, name, NIK, address ...) are read in domain.rows."""

    key: str
    part: str
    field: str
    read: Reader


_there_or_not = choice(codes.THERE_OR_NOT)
_condition = choice(codes.CONDITION)
read_area = choice(codes.AREA_KINDS)

PLAIN: tuple[PlainColumn, ...] = (
    PlainColumn("phone", "head", "phone", phone),
    PlainColumn("sex", "head", "sex", choice(codes.SEX)),
    PlainColumn("occupation", "head", "occupation", choice(codes.OCCUPATION)),
    PlainColumn("house_ownership", "house", "house_ownership", choice(codes.HOUSE_OWNERSHIP)),
    PlainColumn("other_house", "family", "other_house_asset", _there_or_not),
    PlainColumn("land_tenure", "house", "land_tenure", choice(codes.LAND_TENURE)),
    PlainColumn("foundation", "house", "foundation_material", choice(codes.FOUNDATION)),
    PlainColumn("column", "house", "column_material", choice(codes.COLUMN)),
    PlainColumn("roof_frame", "house", "roof_frame_material", choice(codes.ROOF_FRAME)),
    PlainColumn("ceiling", "house", "ceiling_material", choice(codes.CEILING)),
    PlainColumn("beam", "house", "beam_material", choice(codes.BEAM)),
    PlainColumn("sill_beam", "house", "sill_beam", _there_or_not),
    PlainColumn("windows", "house", "windows", _there_or_not),
    PlainColumn("ventilation", "house", "ventilation", _there_or_not),
    PlainColumn("floor_condition", "assessment", "floor_condition", _condition),
    PlainColumn("floor", "house", "floor_material", choice(codes.FLOOR)),
    PlainColumn("wall_condition", "assessment", "wall_condition", _condition),
    PlainColumn("wall", "house", "wall_material", choice(codes.WALL)),
    PlainColumn("roof_condition", "assessment", "roof_condition", _condition),
    PlainColumn("roof", "house", "roof_material", choice(codes.ROOF)),
    PlainColumn("floor_area", "house", "floor_area_m2", numbers.floor_area),
    PlainColumn("occupants", "house", "occupants", numbers.occupants),
    PlainColumn("water", "house", "water_source", choice(codes.WATER_SOURCE)),
    PlainColumn("water_to_septic", "house", "water_to_septic", choice(codes.WATER_TO_SEPTIC)),
    PlainColumn("bathroom", "house", "bathroom", choice(codes.BATHROOM)),
    PlainColumn("latrine", "house", "latrine", choice(codes.LATRINE)),
    PlainColumn("sewage", "house", "sewage", choice(codes.SEWAGE)),
    PlainColumn("photo", "assessment", "photo_files", text),
    PlainColumn("surveyor", "assessment", "assessor", text),
)
