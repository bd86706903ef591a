"""Files that are broken or meant to do harm: each is refused whole, in a sentence, and takes nobody down with it."""

import io
import zipfile
import zlib

from tests.intake.corpus.cases import Case, refusal
from tests.intake.corpus.homes import home
from tests.intake.corpus.said import accepted
from tests.intake.corpus.sheets import sheet
from tests.intake.corpus.writing import delimited, ods, xls, xlsx

_SOUND = [sheet((home(1), accepted()), (home(2), accepted()))]
_BOOK, _OLD, _OPEN, _TEXT = xlsx(_SOUND), xls(_SOUND), ods(_SOUND), delimited(_SOUND)
_OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
_SHEET = "xl/worksheets/sheet1.xml"
_MEGABYTE = 1 << 20
_BOMB_MEGABYTES = 1_200


def _with(content: bytes, part: str, body: bytes) -> bytes:
    source, buffer = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, body if name == part else source.read(name))
    return buffer.getvalue()


def _zip_bomb() -> bytes:
    """A workbook of one megabyte whose sheet unfolds to twelve hundred of blanks, with nothing else amiss."""
    press = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    blanks = b" " * _MEGABYTE
    start = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row>'
    head = press.compress(start) + press.flush(zlib.Z_FULL_FLUSH)
    block = press.compress(blanks) + press.flush(zlib.Z_FULL_FLUSH)  # the same bytes again and again, for it is flushed
    again = press.compress(blanks) + press.flush(zlib.Z_FULL_FLUSH)
    checksum = zlib.crc32(start)
    for _ in range(_BOMB_MEGABYTES + 1):
        checksum = zlib.crc32(blanks, checksum)
    body = head + block + again * _BOMB_MEGABYTES + press.flush()
    return _as_deflated(_with(_BOOK, _SHEET, b""), body, len(start) + (_BOMB_MEGABYTES + 1) * _MEGABYTE, checksum)


def _as_deflated(content: bytes, body: bytes, size: int, checksum: int) -> bytes:
    """The workbook with a sheet that was deflated elsewhere: a library would have to write all of it."""
    source, buffer = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name != _SHEET:
                target.writestr(name, source.read(name))
        target.writestr(_SHEET, body, zipfile.ZIP_STORED)
        entry = target.getinfo(_SHEET)
        entry.compress_type, entry.file_size, entry.CRC = zipfile.ZIP_DEFLATED, size, checksum
        end = buffer.tell()
        buffer.seek(entry.header_offset)
        buffer.write(entry.FileHeader(zip64=False))
        buffer.seek(end)
    return buffer.getvalue()


def _xml_bomb(content: bytes, part: str) -> bytes:
    """A thousand million laughs: entities of entities of entities."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    document = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "tawa">{laughs}]>'
    cell = '<c r="A1" t="inlineStr"><is><t>&l9;</t></is></c>'
    body = f'<worksheet><sheetData><row r="1">{cell}</row></sheetData></worksheet>'
    return _with(content, part, f"{document}{body}".encode())


def _password_protected() -> bytes:
    """Office keeps a locked workbook as two streams of an old container."""
    directory = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("EncryptionInfo", "EncryptedPackage"))
    return _OLD_OFFICE + bytes(504) + directory + bytes(1024)


def _another_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return buffer.getvalue()


CASES: tuple[Case, ...] = (
    refusal("nothing in the file", b"", "kosong"),
    refusal("blanks and line ends only", b" \r\n\r\n ", "kosong"),
    refusal("a PDF", b"%PDF-1.7\n1 0 obj", "bukan"),
    refusal("a picture under the name of a workbook", b"\x89PNG\r\n\x1a\n" + bytes(64), "bukan"),
    refusal("a document of Word", _another_zip(), "rusak|bukan"),
    refusal("a workbook cut off in the middle", _BOOK[: len(_BOOK) // 2], "rusak|terpotong"),
    # Cut off, it has lost the names of its parts: it may as well be an old document.
    refusal("an old workbook cut off in the middle", _OLD[: len(_OLD) // 2], "rusak|terpotong|bukan"),
    refusal("an OpenDocument sheet cut off in the middle", _OPEN[: len(_OPEN) // 2], "rusak|terpotong"),
    refusal("a workbook whose sheet is no XML", _with(_BOOK, _SHEET, b"\x00\x01\x02 not xml <<<"), "rusak"),
    refusal("a workbook behind a password", _password_protected(), "sandi"),
    refusal("a NUL byte in a csv", _TEXT[:200] + b"\0" + _TEXT[200:], "bukan|rusak"),
    refusal("a quote that is never closed in a csv", _TEXT + b'"' + b"x" * 60_000, "rusak"),
    refusal("a zip bomb", _zip_bomb, "besar|rusak"),
    refusal("an XML bomb in a workbook", _xml_bomb(_BOOK, _SHEET), "rusak|besar|judul|XML"),
    refusal("an XML bomb in an OpenDocument sheet", _xml_bomb(_OPEN, "content.xml"), "rusak|besar|judul|XML"),
)
