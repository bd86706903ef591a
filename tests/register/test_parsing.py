"""Does the text in a form mean the value that is shown there?"""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from betang.journal.domain.records import FieldType, Value
from betang.kernel.errors import Refusal
from betang.register.domain.fields import BY_NAME, FIELDS, Field, Kind
from betang.register.domain.parsing import FieldsRefused, read, read_all, settle, write

HOUSE, FAMILY, PERSON = BY_NAME[Kind.HOUSE], BY_NAME[Kind.FAMILY], BY_NAME[Kind.PERSON]
FORM_FIELDS = [each for fields in FIELDS.values() for each in fields if each.type is not FieldType.SEALED]


def values_of(each: Field) -> st.SearchStrategy[object]:
    by_type: dict[FieldType, st.SearchStrategy[object]] = {
        FieldType.TEXT: st.text(st.characters(categories=["L", "N", "P"]), min_size=1),
        FieldType.INTEGER: st.integers(each.low, each.high),
        FieldType.DECIMAL: st.decimals(each.low, each.high, places=each.places),
        FieldType.DATE: st.dates(),
        FieldType.BOOLEAN: st.booleans(),
        FieldType.ENTITY: st.uuids(),
    }
    if each.codes:
        one = st.sampled_from(each.codes.codes)
        return one if each.type is FieldType.CODE else st.lists(one, min_size=1, unique=True)
    return by_type[each.type]


@given(st.sampled_from(FORM_FIELDS).flatmap(lambda each: st.tuples(st.just(each), values_of(each))))
def test_what_a_form_shows_is_read_back_as_the_same_value(pair: tuple[Field, object]) -> None:
    each, given_value = pair
    value = settle(each, given_value)

    assert read(each, write(each, value)) == value


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("floor_area_m2", "36,5", Decimal("36.5")),
        ("floor_area_m2", "36 m2", Decimal(36)),
        ("floor_area_m2", "1.200", Decimal(1200)),
        ("latitude", "-0.0412", Decimal("-0.0412")),
        ("latitude", "−0,0412", Decimal("-0.0412")),
        ("occupants", "5 orang", 5),
        ("roof_material", "daun-daunan", "DAUN"),
        ("area_kinds", "stunting, Kumuh", ["KUMUH", "STUNTING"]),
        ("land_disputed", "Tidak", False),
        ("occupied_since", "2 Juli 2019", date(2019, 7, 2)),
        ("occupied_since", "02/07/2019", date(2019, 7, 2)),
        ("note", "  dua   kata ", "dua kata"),
        ("note", "  ", None),
    ],
)
def test_the_ways_in_which_people_write(name: str, text: str, value: Value) -> None:
    assert read(HOUSE[name], text) == value


def test_rupiah_are_read_as_people_say_them() -> None:
    assert read(FAMILY["income_rupiah"], "Rp 1,5 juta") == 1_500_000


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("floor_area_m2", "luas", "not_a_number"),
        ("floor_area_m2", "-3", "out_of_range"),
        ("latitude", "91", "out_of_range"),
        ("occupants", "5,5", "not_a_whole_number"),
        ("roof_material", "emas", "not_a_choice"),
        ("occupied_since", "31/02/2019", "not_a_date"),
        ("land_disputed", "mungkin", "not_yes_or_no"),
    ],
)
def test_what_cannot_be_read_is_refused_naming_the_field(name: str, text: str, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read(HOUSE[name], text)

    assert (refusal.value.code, refusal.value.params["field"]) == (code, name)
    assert HOUSE[name].label in str(refusal.value)


def test_a_form_hears_of_all_its_bad_fields_at_once() -> None:
    with pytest.raises(FieldsRefused) as refused:
        read_all(Kind.HOUSE, {"floor_area_m2": "x", "occupants": "y", "note": "baik"})

    assert set(refused.value.refusals) == {"floor_area_m2", "occupants"}


def test_a_doubtful_nik_is_kept_as_written_with_its_doubt() -> None:
    assert read_all(Kind.PERSON, {"nik": "'610508120871000"}) == {
        "nik": "610508120871000", "nik_doubt": "fifteen_digits",
    }  # fmt: skip


def test_nobody_writes_a_doubt_by_hand() -> None:
    with pytest.raises(FieldsRefused) as refused:
        read_all(Kind.PERSON, {"nik_doubt": "empty"})

    assert refused.value.code == "no_such_field"
