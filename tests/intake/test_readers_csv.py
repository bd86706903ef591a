"""A list as text is read whatever its letters and commas."""

import pytest

from betang.intake.domain.cells import Row
from betang.intake.formats import reading
from betang.kernel.errors import Malformed


def rows(content: bytes) -> list[Row]:
    return list(reading.read(content, most_bytes=10_000_000)[0].rows())


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_letters_and_commas_are_found_out(sign: str, encoding: str) -> None:
    text = f'Nama{sign}Alamat{sign}Luas\r\nSétiawati{sign}"Jl. Suka{sign} ""Maju"""{sign}36\r\n'

    assert rows(text.encode(encoding)) == [
        Row(1, ["Nama", "Alamat", "Luas"]),
        Row(2, ["Sétiawati", f'Jl. Suka{sign} "Maju"', "36"]),
    ]


def test_commas_inside_the_texts_of_a_list_with_semicolons_do_not_mislead() -> None:
    text = "DAFTAR, RTLH, KABUPATEN, SINTANG, 2024\nNama;Alamat\nSiti;Jl. A, No. 1, RT 2\nYohan;Jl. B, No. 2\n"

    assert [len(row.cells) for row in rows(text.encode())] == [1, 2, 2, 2]


def test_a_number_stays_the_text_it_is() -> None:
    text = 'NIK;KK;Nama\n\'6105014508900001;0000000000000001;\n="6105014508900001";6,10501E+15;Siti\n'

    assert [list(row.cells) for row in rows(text.encode())[1:]] == [
        ["'6105014508900001", "0000000000000001"],
        ["6105014508900001", "6,10501E+15", "Siti"],
    ]


def test_a_first_line_that_tells_the_comma_is_no_row() -> None:
    assert rows(b"sep=|\r\nNama|Alamat\r\nSiti|A,B;C\r\n") == [Row(1, ["Nama", "Alamat"]), Row(2, ["Siti", "A,B;C"])]


def test_blank_lines_are_counted() -> None:
    assert [row.number for row in rows(b"Nama,NIK\n\n,\nSiti,1\n")] == [1, 4]


def test_a_cell_of_32000_letters_is_readable() -> None:
    assert rows(b"Nama,Alamat\nSiti," + b"x" * 32_767)[1].cells == ["Siti", "x" * 32_767]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"nama,nik\nSiti,\0", "not_a_workbook"),
        ("nama,nik\nSiti,\0".encode("utf-16"), "not_a_workbook"),
        (b'nama,nik\n"' + b"x," * 30_000, "damaged"),
    ],
    ids=["NUL", "NUL in UTF-16", "a quote without end"],
)
def test_what_is_no_table_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(Malformed) as refused:
        rows(content)

    assert refused.value.code == code
