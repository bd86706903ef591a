"""Is a code the place it says, and a name the place that is meant?"""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from betang.kernel.errors import Malformed, Refusal
from betang.organisation import commands, queries
from betang.organisation.domain import matching
from betang.organisation.domain.regions import is_within, level_of, parent_of, parse_code
from betang.organisation.formats import bridging_table

PARTS = st.lists(st.integers(1, 99), min_size=1, max_size=3).map(lambda parts: ".".join(f"{p:02}" for p in parts))


@pytest.mark.parametrize("bare", ["6105", "6107", "610519", "6105192001"])
def test_a_bare_number_is_refused_because_it_means_two_places(bare: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_code(bare)

    assert refusal.value.code == "bare_region_code"


def test_dots_are_kemendagri_and_bps_says_so() -> None:
    assert (parse_code("61.05").system, parse_code("BPS:6107").code) == ("kemendagri", "6107")


@given(PARTS, PARTS, PARTS)
def test_to_lie_within_is_transitive(one: str, two: str, three: str) -> None:
    if is_within(one, two) and is_within(two, three):
        assert is_within(one, three)


@given(PARTS)
def test_every_region_lies_within_its_parent_and_one_level_below(code: str) -> None:
    parent = parent_of(code)

    assert parent is not None and is_within(code, parent) and level_of(code) == level_of(parent) + 1


def test_a_code_that_begins_alike_is_not_inside() -> None:
    assert not is_within("61.051", "61.05") and not is_within("61", "61.05")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Balasklumprik", "1"),
        ("Desa  BRINGIN", "2"),
        ("Tanah  Kali Kedinding", "3"),
        ("Dr Soetomo", "4"),
        ("Lain", None),
    ],
)
def test_a_name_is_taken_only_when_it_is_certain(written: str, meant: str | None) -> None:
    villages = {
        "1": "Balas Klumprik",
        "2": "Beringin",
        "3": "Tanah Kali Kedinding",
        "4": "Dr. Sutomo",
        "5": "Lainnya Jauh",
    }

    assert matching.best(written, villages) == meant


@pytest.mark.parametrize(
    ("written", "there"),
    [
        ("Kalong I", "Kalong II"),
        ("Susulaku B", "Susulaku"),
        ("Wolomeze", "Wolomeze I"),
        ("Merbaun", "Erbaun"),
        ("Jogotrunan", "Rogotrunan"),
        ("Kayan Hulu", "Kayan Hilir"),
    ],
)
def test_a_neighbours_name_is_no_slip_of_the_pen(written: str, there: str) -> None:
    assert matching.best(written, {"1": there, "2": "Lain Sekali"}) is None


@pytest.mark.parametrize(
    ("written", "meant"), [("Kalong 2", "2"), ("Desa KALONG  ii", "2"), ("Kalonng I", "1"), ("Kalong 01", "1")]
)
def test_a_numeral_at_the_end_is_the_same_in_either_script(written: str, meant: str) -> None:
    assert matching.best(written, {"1": "Kalong I", "2": "Kalong II"}) == meant


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.text("abI 2", max_size=8), max_size=4), st.text("abI 2", max_size=8)
)
def test_whatever_is_found_is_one_of_the_places_and_equal_names_never_lose_to_alike_ones(
    places: dict[str, str], written: str
) -> None:
    found = matching.best(written, places)

    equal = {code for code, name in places.items() if matching.fold(name) == matching.fold(written)}
    assert found is None or found in places
    assert found is None or not equal or equal == {found}


def test_two_alike_names_are_nobodys() -> None:
    assert matching.best("Sungai Ray", {"1": "Sungai Raya", "2": "Sungai Rayo"}) is None


@pytest.mark.django_db
def test_a_founded_node_knows_every_village_and_office() -> None:
    commands.found_node(agency="disperakim kabupaten  SINTANG", kind="housing", region="61.05")

    assert queries.this_node().agency_name == "Disperakim Kabupaten Sintang"
    assert len(queries.villages_within("00")) == 83_762
    assert queries.label("61.05.19.2001") == "Nanga Lebang, Kelam Permai, Sintang"
    assert queries.resolve("bps:6107").name == "Sintang" and queries.resolve("bps:6105").name == "Sanggau"
    assert (
        queries.village_by_name(village="NANGALEBANG", district="Kec. Kelam Permai", regency_code="61.05")
        == "61.05.19.2001"
    )
    with pytest.raises(Refusal):
        commands.found_node(agency="Bapenda Kabupaten Sintang", kind="revenue", region="61.05")


@pytest.mark.django_db
def test_an_unknown_office_is_added_with_the_id_any_node_would_give_it() -> None:
    commands.found_node(agency="Dinas Perumahan Kota Bima", kind="housing", region="52.72")
    first = queries.agency_named("DINAS perumahan kota bima").id

    from_elsewhere = commands.Office("dinas perumahan kota bima", commands.AgencyKind.HOUSING, "52.72").id

    assert first == from_elsewhere


@pytest.mark.django_db
def test_a_known_office_cannot_be_founded_as_another_kind() -> None:
    with pytest.raises(Refusal) as refusal:
        commands.found_node(agency="Bapenda Kabupaten Sintang", kind="housing", region="61.05")

    assert refusal.value.code == "agency_known_otherwise"
    assert not queries.is_founded()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", "  ", "X" * 151, "Dinas 6105 0812 0871 0003"])
def test_an_office_has_a_name_and_no_number_for_one(name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        commands.add_agency(name=name, kind="ministry", region="00")

    assert refusal.value.code == "bad_agency_name"


@pytest.mark.django_db
def test_a_known_office_is_found_by_the_bps_code_of_its_region_too() -> None:
    commands.seed()

    assert (
        commands.add_agency(name="Bapenda Kabupaten Sintang", kind="revenue", region="bps:6107").region_code == "61.05"
    )


@pytest.mark.parametrize(
    "content",
    [b"", b"a,b\n1,2\n", b"\xff\xfe\x00kode_bps", b"kode_bps\n6107\n"],
)
def test_what_is_no_bridging_table_is_refused_with_a_sentence(content: bytes) -> None:
    with pytest.raises(Malformed):
        bridging_table.read(content)


def test_a_line_fits_only_if_both_codes_are_of_one_level() -> None:
    head = "kode_bps,nama_bps,kode_dagri,nama_dagri\n"
    lines = "6107,SINTANG,61.05,SINTANG\n\n6107,X,6105190001,X\n61x7,X,61.05,X\n6107,X\n"

    read = bridging_table.read((head + lines).encode())

    assert [(bridge.line, bridge.fits) for bridge in read] == [(2, True), (4, False), (5, False), (6, False)]


@pytest.mark.django_db
def test_one_bps_code_never_stands_for_two_places(tmp_path: Path) -> None:
    commands.seed()
    table = tmp_path / "padanan.csv"
    table.write_text("kode_bps,kode_dagri\n3201,3201\n3201,3202\n")

    with pytest.raises(Malformed) as refusal:
        commands.import_bps_codes(table.read_bytes(), valid_from=date(2022, 5, 22))

    assert refusal.value.params["rows"] == "3"


@pytest.mark.django_db
def test_a_bridging_table_goes_in_whole_or_not_at_all(tmp_path: Path) -> None:
    commands.seed()
    table = tmp_path / "padanan.csv"
    table.write_text("kode_bps,nama_bps,kode_dagri,nama_dagri\n3201,BOGOR,3201,BOGOR\n3202,X,99.99,X\n")

    with pytest.raises(Malformed) as refusal:
        commands.import_bps_codes(table.read_bytes(), valid_from=date(2022, 5, 22))
    assert "3" in str(refusal.value)
    with pytest.raises(Refusal):
        queries.resolve("bps:3201")

    table.write_text("kode_bps,nama_bps,kode_dagri,nama_dagri\n3201,BOGOR,3201,BOGOR\n")
    assert commands.import_bps_codes(table.read_bytes(), valid_from=date(2022, 5, 22)) == 1
    assert queries.resolve("bps:3201").code == "32.01"
