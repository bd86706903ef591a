"""A file that cannot be read is refused with a sentence that says what to do, and takes nobody down with it."""

import io
import zipfile

import pytest

from betang.intake.formats import reading
from betang.kernel.errors import Malformed
from tests.intake.sheets import csv_text, line, xlsx

GOOD = xlsx([line()])
OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512)


def zipped(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            # OpenDocument's first part is stored as it is, so that a file can be told by its first bytes.
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b" \r\n ", "empty_file"),
        (b"%PDF-1.7 ...", "not_a_workbook"),
        (b"<html><table></table></html>", "web_page"),
        (b"\x89PNG\r\n\x1a\n", "not_a_workbook"),
        (b"nama,nik\0", "not_a_workbook"),
        (OLD_OFFICE, "not_a_workbook"),
        (OLD_OFFICE + "Workbook".encode("utf-16-le"), "damaged"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "password_protected"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "not_a_workbook"),
        (zipped(readme="not a workbook"), "not_a_workbook"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (b'"' + b"x" * 50_000, "damaged"),
    ],
)
def test_a_bad_file_is_named_for_what_it_is(content: bytes, code: str) -> None:
    with pytest.raises(Malformed) as refused:
        reading.read(content, most_bytes=1_000_000)

    assert refused.value.code == code
    assert str(refused.value).endswith(".")


def test_a_file_over_the_limit_says_both_sizes() -> None:
    with pytest.raises(Malformed, match="2 MB, paling besar 1 MB"):
        reading.read(b"x" * 1_500_000, most_bytes=1 << 20)


def test_a_workbook_that_unfolds_without_bounds_is_stopped() -> None:
    bomb = _with_cells_at_the_far_corner()

    try:
        sheets = reading.read(bomb, most_bytes=1_000_000)
    except Malformed as refusal:
        assert refusal.code in {"too_heavy", "damaged"}
    else:
        assert len(sheets) == 1


def _with_cells_at_the_far_corner() -> bytes:
    """A blank in XFD1048576 makes the reader ask for 17 thousand million cells."""
    source = zipfile.ZipFile(io.BytesIO(GOOD))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name.endswith("sheet1.xml"):
                far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t> </t></is></c></row></sheetData>'
                part = part.replace(b"</sheetData>", far)
            target.writestr(name, part)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        csv_text([line(name="Sétiawati")]).encode(),
        csv_text([line(name="Sétiawati")]).encode("utf-8-sig"),
        csv_text([line(name="Sétiawati")], delimiter=";").encode("cp1252"),
        csv_text([line(name="Sétiawati")], delimiter="\t").encode("utf-16"),
    ],
    ids=["utf-8", "utf-8 with its mark", "cp1252 and semicolons", "utf-16 and tabs"],
)
def test_a_csv_is_read_whatever_its_letters_and_commas(content: bytes) -> None:
    rows = list(reading.read(content, most_bytes=1_000_000)[0].rows())

    assert [row.number for row in rows] == [1, 2]
    assert rows[1].cells[2] == "Sétiawati"


def test_rows_are_counted_as_excel_counts_them() -> None:
    content = xlsx([line(), [None], line()], above=3)

    assert [row.number for row in reading.read(content, most_bytes=1_000_000)[0].rows()][-3:] == [4, 5, 7]
