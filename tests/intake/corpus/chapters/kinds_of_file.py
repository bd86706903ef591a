"""The same sound rows in every kind of file that an office has."""

import io
import zipfile
from collections.abc import Sequence
from functools import partial

from tests.intake.corpus import writing
from tests.intake.corpus.cases import Case, Writer, book, case, refusal
from tests.intake.corpus.homes import BSPS, ERTLH, bsps, home
from tests.intake.corpus.said import accepted, flagged, repaired, returned, unchanged
from tests.intake.corpus.sheets import Sheet, noise, sheet


def _as(kind: str, write: Writer, file_name: str) -> Case:
    """A day written in a text is not a date cell, so there it is read, and that is a repair."""
    went_in = repaired if file_name.endswith(".csv") else accepted
    return case(
        kind,
        (home(1, name="Séti Tembawang"), went_in(head__name="Séti Tembawang", house__floor_area_m2=36)),
        (home(2, nik=f"{home(2)['nik']}7"), flagged("nik").not_decided("repaired")),
        (home(3, name=None), returned("name")),
        write=write,
        file_name=file_name,
    )


def _csv(delimiter: str, encoding: str) -> Writer:
    return partial(writing.delimited, delimiter=delimiter, encoding=encoding)


def _with_a_stray_blank(sheets: Sequence[Sheet]) -> bytes:
    """Somebody once pressed the space bar in XFD1048576."""
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve"> </t></is></c></row>'
    return _with_part(writing.xlsx(sheets), "xl/worksheets/sheet1.xml", b"</sheetData>", far + b"</sheetData>")


def _with_part(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    source, buffer = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            body = source.read(name)
            target.writestr(name, body.replace(old, new) if name == part else body)
    return buffer.getvalue()


def _without_its_extent(sheets: Sequence[Sheet]) -> bytes:
    """Some writers say that the sheet is one cell large."""
    content = writing.xlsx(sheets)
    sheet_xml = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    start = sheet_xml.index(b"<dimension")
    old = sheet_xml[start : sheet_xml.index(b"/>", start) + 2]
    return _with_part(content, "xl/worksheets/sheet1.xml", old, b'<dimension ref="A1"/>')


def _hidden_in(kind: str, write: Writer, file_name: str) -> Case:
    return book(
        f"hidden rows and a hidden sheet in {kind}",
        sheet((home(1), accepted()), (home(2), accepted()), (home(3), accepted()), hidden=(1,)),
        sheet((home(4), accepted()), name="Lama", is_hidden=True),
        write=write,
        says=True,
        file_name=file_name,
    )


_FORMULA_SIGNS = case(
    "cells that begin with = + - @ are words like others",
    (home(1, name="@Siti"), repaired(head__name="@Siti")),
    (home(2, address="=Jl. Melati No. 2"), repaired(house__address="=Jl. Melati No. 2")),
    (home(3, phone="+6208001234567"), repaired(head__phone="+6208001234567")),
    (home(4, surveyor="-Sabinus"), repaired(assessment__assessor="-Sabinus")),
    write=_csv(",", "utf-8"),
    file_name="daftar.csv",
)


CASES: tuple[Case, ...] = (
    _as("csv with commas in UTF-8", _csv(",", "utf-8"), "daftar.csv"),
    _as("csv with commas in UTF-8 with its mark", _csv(",", "utf-8-sig"), "daftar.csv"),
    _as("csv with semicolons in UTF-8 with its mark", _csv(";", "utf-8-sig"), "daftar.csv"),
    _as("csv with semicolons in cp1252", _csv(";", "cp1252"), "daftar.csv"),
    _as("text with tabs in UTF-16, as Excel saves Unicode", _csv("\t", "utf-16"), "daftar.csv"),
    _as("an old workbook (.xls)", writing.xls, "daftar.xls"),
    _as("an OpenDocument sheet (.ods)", writing.ods, "daftar.ods"),
    _as("a workbook under the name of a csv is known by what it is", writing.xlsx, "daftar.txt"),
    _hidden_in("an old workbook", writing.xls, "daftar.xls"),
    _hidden_in("an OpenDocument sheet", writing.ods, "daftar.ods"),
    _FORMULA_SIGNS,
    case(
        "an OpenDocument sheet with blank rows and equal rows, which it keeps once",
        (home(1), accepted()),
        noise(),
        noise(),
        noise(),
        (home(2), accepted()),
        (home(2), unchanged(first=6)),
        (home(3, name=None), returned("name")),
        write=writing.ods,
        file_name="daftar.ods",
    ),
    case(
        "a line break and a semicolon inside a cell of a csv",
        (home(1, address="Dusun Suka Maju\nRT 003; RW 001"), repaired(house__rt="003", house__rw="001")),
        (home(2), repaired()),
        write=_csv(";", "utf-8-sig"),
        file_name="daftar.csv",
    ),
    case(
        "the BSPS list as its app exports it: csv with commas, UTF-8 with its mark, apostrophes",
        (bsps(1), repaired(head__nik_doubt=None, family__kk_doubt=None, house__land_area_m2=81)),
        (bsps(2, income=None), repaired(family__income_rupiah=None)),
        (bsps(3, kk=None), repaired(family__kk_number=None)),
        form=BSPS,
        write=_csv(",", "utf-8-sig"),
        file_name="export verval.csv",
    ),
    case(
        "a stray blank in the last cell of the sheet, XFD1048576",
        (home(1), accepted()),
        (home(2), accepted()),
        (home(3, name=None), returned("name")),
        write=_with_a_stray_blank,
    ),
    case(
        "a sheet that says it is one cell large",
        (home(1), accepted()),
        (home(2), accepted()),
        write=_without_its_extent,
    ),
    case(
        "a file name with a NIK in it",
        (home(1), accepted()),
        file_name="daftar 6105014805700011.xlsx",
        form=ERTLH,
    ),
    refusal("a page of the web named .xls", b"<html><table><tr><td>NIK</td></tr></table></html>", "halaman web"),
)
