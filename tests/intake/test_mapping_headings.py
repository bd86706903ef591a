"""Unknown headings are guessed from their words and from what stands below; what is no list of people is told so."""

import json
from io import BytesIO

import openpyxl
import pytest

from betang.intake.commands.opening import open_list
from betang.intake.domain import mapping
from betang.intake.domain.mapping import Guess, NeedsMapping
from betang.kernel.errors import Malformed
from tests.intake.sheets import xlsx

ROWS = [
    ["Sintang", "Ladang", "Siti Tembawang", "6105014508900001", "P", "12/05/1990", "111.51", "Jl. Melati 3"],
    ["Sintang", "Ladang", "Yohan Riam", "6105011203850002", "L", "12/03/1985", "111.52", "Jl. Melati 4"],
]
HEADINGS = ["Distrik", "Nama kampung", "Nama pemohon", "Nomor", "L atau P", "Lahir", "Titik X", "Tempat tinggal"]
VILLAGES, DISTRICTS = frozenset({"ladang", "akcaya"}), frozenset({"sintang"})


def guessed(headings: list[str], rows: list[list[str]]) -> dict[str, Guess]:
    with pytest.raises(NeedsMapping) as asked:
        open_list(xlsx(rows, headings=headings), place_names=lambda: (VILLAGES, DISTRICTS))
    return {guess.heading: guess for guess in asked.value.guesses}


def test_values_speak_where_words_do_not() -> None:
    guesses = guessed(HEADINGS, ROWS)

    assert {heading: guess.key for heading, guess in guesses.items()} == {
        "Distrik": "district_name", "Nama kampung": "village_name", "Nama pemohon": "name", "Nomor": "nik",
        "L atau P": "sex", "Lahir": "birth_date", "Titik X": "longitude", "Tempat tinggal": "address",
    }  # fmt: skip


def test_examples_hide_long_numbers_and_each_heading_has_its_letter() -> None:
    guesses = guessed(HEADINGS, ROWS)

    assert guesses["Nomor"].examples == ("6105••••••••0001", "6105••••••••0002")
    assert (guesses["Nomor"].letter, guesses["Nama pemohon"].examples[0]) == ("D", "Siti Tembawang")
    assert "6105014508900001" not in mapping.write_mapping(guesses.values())


@pytest.mark.parametrize("heading", ["Keterangan", "Ket.", "KETERANGAN", "Catatan"])
def test_a_column_of_remarks_is_guessed_as_nothing(heading: str) -> None:
    guesses = guessed(["Nama pemohon", "Nomor", heading], [[row[2], row[3], "Janda"] for row in ROWS])

    assert guesses[heading].key is None


@pytest.mark.parametrize(
    ("heading", "key"),
    [("Kondisi Rumah Atap", "roof_condition"), ("Kondisi Rumah Lantai", "floor_condition"), ("Dsn", "hamlet")],
)
def test_a_heading_that_holds_all_words_of_a_known_one_is_nearer_than_a_longer_one(heading: str, key: str) -> None:
    guesses = guessed(["Nama pemohon", "Nomor", heading], [[row[2], row[3], "Sejirak"] for row in ROWS])

    assert guesses[heading].key == key


def test_the_numbers_of_columns_are_no_examples() -> None:
    guesses = guessed(HEADINGS, [[str(number) for number in range(1, 9)], *ROWS])

    assert guesses["Nama kampung"].examples == ("Ladang",)


def test_a_recap_on_another_sheet_does_not_hide_a_list_of_people() -> None:
    book = openpyxl.load_workbook(BytesIO(xlsx(ROWS, headings=HEADINGS)))
    recap = book.create_sheet("REKAP")
    for row in (["No", "Desa", "Jumlah RTLH", "Jumlah KK", "Persentase"], [1, "Ladang", 2, 2, "100%"]):
        recap.append(row)
    content = BytesIO()
    book.save(content)

    with pytest.raises(NeedsMapping) as asked:
        open_list(content.getvalue())

    assert {guess.heading for guess in asked.value.guesses} == set(HEADINGS)


def test_no_column_is_guessed_twice() -> None:
    guesses = guessed(["Nama", "Nama Lengkap", "NIK", "No KTP"], [["Siti", "Siti T", "6105014508900001", "1"]] * 2)

    keys = [guess.key for guess in guesses.values() if guess.key]
    assert len(keys) == len(set(keys))


def test_what_a_person_said_is_what_is_read() -> None:
    said = dict(zip(HEADINGS, ["district_name", "village_name", "name", "nik", None, None, None, None], strict=True))

    opened = open_list(xlsx(ROWS, headings=[heading.upper() for heading in HEADINGS], above=2), columns=said)

    assert (opened.total, opened.template) == (2, "mapped")
    assert set(opened.sheets[0].table.places) == {"district_name", "village_name", "name", "nik"}


def test_headings_are_remembered_in_any_order_and_without_our_own_last_column() -> None:
    assert mapping.fingerprint(HEADINGS) == mapping.fingerprint([*reversed(HEADINGS), "", "ALASAN"])
    assert mapping.fingerprint(HEADINGS) != mapping.fingerprint(HEADINGS[1:])


def test_a_mapping_file_reads_as_it_was_written() -> None:
    guesses = guessed(HEADINGS, ROWS).values()

    written = mapping.write_mapping(guesses)

    assert mapping.read_mapping(written) == {guess.heading: guess.key for guess in guesses}
    assert json.loads(written)["pilihan"]["nik"] == "NIK"


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"A": "nama"}, "unknown_column"),
        ({"A": "name", "B": "name", "C": "village"}, "column_chosen_twice"),
        ({"A": "name", "B": "village_name"}, "mapping_lacks_columns"),
        ({"A": "village"}, "mapping_lacks_columns"),
    ],
)
def test_a_mapping_that_could_not_be_read_is_refused(columns: dict[str, str | None], code: str) -> None:
    with pytest.raises(Malformed) as refused:
        mapping.check(columns)

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("headings", "row", "code"),
    [
        (["pengusul_nama", "kabupaten_nama", "sub_bidang", "rincian", "nilai_usulan", "unit_cost"],
         ["Kab. Sintang", "Sintang", "Air Minum", "SPAM", "582000000", "3000000"], "looks_like_krisna"),
        (["Kecamatan", "Total Target", "Sudah Survei", "Jumlah Layak"],
         ["Sintang", "629", "133", "68"], "looks_like_recap"),
        (["Nomor PBG", "Nama Pemohon", "Fungsi Bangunan", "Retribusi"],
         ["PBG-1", "Yohan Riam", "Hunian", "0"], "looks_like_permits"),
        (["NOP", "Wajib Pajak", "NJOP", "BPHTB"], ["61.05", "Yohan Riam", "1", "0"], "looks_like_tax"),
        (["No", "Nama Barang", "Satuan", "Harga"], ["1", "Semen", "sak", "65000"], "not_this_template"),
    ],
)  # fmt: skip
def test_a_list_without_homes_is_told_what_it_looks_like(headings: list[str], row: list[str], code: str) -> None:
    with pytest.raises(Malformed) as refused:
        open_list(xlsx([row, row], headings=headings))

    assert refused.value.code == code
    assert "Riam" not in str(refused.value)


def test_a_sheet_of_values_alone_has_no_headings() -> None:
    with pytest.raises(Malformed) as refused:
        open_list(xlsx(ROWS, headings=[]))

    assert refused.value.code == "no_headings"


def test_a_list_with_headings_and_no_rows_has_none() -> None:
    said: dict[str, str | None] = {"Distrik": "district_name", "Nama kampung": "village_name", "Nama pemohon": "name"}

    assert open_list(xlsx([], headings=HEADINGS), columns=said).total == 0


def test_a_list_of_thousands_of_unknown_headings_is_refused_at_once() -> None:
    headings = ["NAMA", "NIK", "DESA", "KECAMATAN", *(f"judul aneh {number}" for number in range(6_000))]

    with pytest.raises(Malformed, match="terlalu banyak untuk dicocokkan") as refused:
        open_list(xlsx([["Budi Santoso", "6105014508900001", "Alai", "Sintang"]] * 3, headings=headings))

    assert refused.value.code == "too_many_headings"


def test_a_row_with_the_number_of_a_person_heads_no_list() -> None:
    rows = [[name, f"61050145089000{at:02}", "Alai", "Sintang", "Kayu"] for at, name in enumerate(("Budi", "Cici"), 11)]

    with pytest.raises(Malformed) as refused:
        open_list(xlsx(rows[1:], headings=rows[0]))

    assert refused.value.code == "no_headings"


def test_a_number_of_a_person_above_the_headings_is_kept_nowhere() -> None:
    above = ["DAFTAR", "OLEH", "6105014508900777", "TAHUN", "DESA"]
    rows = [["NAMA", "PEMILIK", "NO KTP X", "DUSUN", "KETERANGAN"], ["Budi", "ya", "6105014508900001", "Suka", "Kayu"]]

    with pytest.raises(NeedsMapping) as needed:
        open_list(xlsx(rows, headings=above))

    assert not [guess for guess in needed.value.guesses if "6105014508900777" in guess.heading]
