"""Which kind of workbook is this zip file, and is it safe to unfold?"""

import io
import zipfile
import zlib

from betang.intake.formats import ods, xlsx
from betang.intake.formats.found import Found, Refused

# What a zip file says that it unfolds to. A list of a hundred thousand rows of 42 columns takes 0.3 thousand million.
_MOST_UNFOLDED_BYTES = 3 << 30
_MOST_PARTS = 20_000
_HEAD = 4096
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")

# How zipfile and what stands on it stumble over a damaged file. LookupError: a part that is named is not there, or
# nobody knows the letters in which it says it is written.
_STUMBLES = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def read(content: bytes) -> Found:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_bombs(archive)
            yield from _read(archive, content)
    except _STUMBLES as stumble:
        raise Refused("damaged") from stumble


def _read(archive: zipfile.ZipFile, content: bytes) -> Found:
    names = {name.replace("\\", "/").lower() for name in archive.namelist()}
    if any(name.endswith("workbook.xml") for name in names):
        return xlsx.read(archive, content)
    if any(name.endswith("workbook.bin") for name in names):
        raise Refused("binary_workbook")
    if "content.xml" in names:
        return ods.read(archive)
    raise Refused("not_a_workbook")


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNFOLDED_BYTES:
        raise Refused("too_heavy")
    for part in parts:
        if part.flag_bits & 1:
            raise Refused("password_protected")
        if part.filename.endswith((".xml", ".rels")):
            _refuse_declarations(archive, part)


def _refuse_declarations(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """A list of entities, each made of ten of the one before, unfolds to thousands of millions of letters."""
    with archive.open(part) as opened:
        head = opened.read(_HEAD)
    if any(declaration in head for declaration in _DECLARATIONS):
        raise Refused("entities")
