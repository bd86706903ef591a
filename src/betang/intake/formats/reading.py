"""Can this file be read, and what stands in it?

Whatever is sent here is not trusted: it is measured first, told by its first bytes and not by its name, and opened only
by a child process under limits.
"""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import betang
from betang.intake.domain.cells import Row
from betang.intake.formats import frames
from betang.kernel.errors import Malformed, Refusal

_MEGABYTE = 1 << 20
CHILD_MEGABYTES = 1024
_CHILD_SECONDS = 300
# Each child may take a gigabyte and a processor for minutes, so only two of a process read at once; the others wait so
# long, and are asked to come again.
_DESKS = threading.BoundedSemaphore(2)
PATIENCE_S = 10.0
_ZIP, _OLD_OFFICE = b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1")
_ERROR_NAME = re.compile(rb"^([A-Za-z_][\w.]*(?:Error|Exception|Exit|Interrupt))\b", re.MULTILINE)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[!?A-Za-z]")
_PICTURES_AND_PAGES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")

_AGAIN = "Simpan lagi dari Excel sebagai .xlsx, lalu unggah lagi."
REFUSALS: dict[str, str] = {
    "empty_file": "Berkas ini kosong (0 byte). Pilih berkas yang berisi daftar, lalu unggah lagi.",
    "not_a_workbook": f"Berkas ini bukan buku kerja Excel (.xlsx) dan bukan .csv. {_AGAIN}",
    "binary_workbook": f"Berkas ini buku kerja biner (.xlsb), yang tidak dibaca di sini. {_AGAIN}",
    "web_page": "Berkas ini halaman web atau XML, walaupun namanya mungkin .xls. Buka di Excel, simpan sebagai .xlsx, "
    "lalu unggah lagi.",
    "entities": "Berkas ini memuat perintah XML (DTD) yang tidak pernah ditulis oleh Excel dan dapat melumpuhkan "
    f"komputer, jadi tidak dibaca. {_AGAIN}",
    "far_cell": "Sel %(cell)s terisi, jauh di luar daftar, sehingga lembar ini terlalu luas untuk dibaca. Kosongkan "
    "sel itu (hapus baris dan kolomnya), simpan, lalu unggah lagi.",
    "password_protected": "Berkas ini dikunci dengan sandi. Buka di Excel, lepas sandinya, simpan, lalu unggah lagi.",
    "damaged": f"Berkas ini rusak atau terpotong, jadi tidak dapat dibaca. {_AGAIN}",
    "too_heavy": "Isi berkas ini terlalu besar untuk dibaca. Hapus lembar dan gambar yang tidak perlu, atau bagi "
    "menjadi beberapa berkas, lalu unggah lagi.",
}


@dataclass(frozen=True, slots=True)
class Merge:
    """One cell over several. Rows as Excel counts them, from 1; columns from 0; the last of both belongs to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet as it stands; rows stay packed until they are asked for, since a list may have a hundred thousand.

    What is merged is told, not filled down: only the cell at the top left of a merge holds something.
    """

    name: str
    packed: tuple[bytes, ...]
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    merges: tuple[Merge, ...] = ()

    def rows(self) -> Iterator[Row]:
        for frame in self.packed:
            yield from frames.rows(frame)

    def first_rows(self, count: int) -> list[Row]:
        return list(islice(self.rows(), count))


def read(content: bytes, *, most_bytes: int) -> list[RawSheet]:
    """All sheets in their order, hidden ones too. Raises Malformed with a sentence that says what to do."""
    if len(content) > most_bytes:
        raise Malformed(
            "Berkas ini %(size_mb)d MB, paling besar %(limit_mb)d MB. Hapus gambar di dalamnya atau bagi menjadi "
            "beberapa berkas, lalu unggah lagi.",
            code="too_large",
            size_mb=-(-len(content) // _MEGABYTE),
            limit_mb=most_bytes // _MEGABYTE,
        )
    return sheets_of(_ask_child(kind_of(content), content))


def refused(code: str, **params: str) -> Malformed:
    return Malformed(REFUSALS[code], code=code, **params)


def kind_of(content: bytes) -> str:
    """By its first bytes. Raises Malformed for what no reader is for."""
    if not content.strip():
        raise refused("empty_file")
    if content.startswith(_ZIP):
        return "zip"
    if content.startswith(_OLD_OFFICE):
        return "xls"
    if _MARKUP.match(content):
        raise refused("web_page")
    if _is_no_text(content):
        raise refused("not_a_workbook")
    return "csv"


def _is_no_text(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return content.startswith(_PICTURES_AND_PAGES) or b"\0" in content


def _ask_child(kind: str, content: bytes) -> bytes:
    command = [sys.executable, "-m", "betang.intake.formats.child", kind, str(CHILD_MEGABYTES)]
    if not _DESKS.acquire(timeout=PATIENCE_S):
        raise Refusal(
            "Beberapa berkas lain sedang dibaca di mesin ini. Tunggu sebentar, lalu unggah lagi.", code="readers_busy"
        )
    try:
        child = subprocess.run(command, input=content, capture_output=True, timeout=_CHILD_SECONDS, env=_environment())
    except subprocess.TimeoutExpired:
        raise refused("too_heavy") from None
    finally:
        _DESKS.release()
    return answer_of(child.returncode, stdout=child.stdout, stderr=child.stderr)


def answer_of(returncode: int, *, stdout: bytes, stderr: bytes) -> bytes:
    """What a child wrote, if it came to its end. Raises Malformed if the file was too much for it."""
    if returncode < 0:  # killed by a signal: out of its memory or time, or aborted by the reader
        raise refused("too_heavy")
    if returncode > 0 and b"PanicException" in stderr:
        raise refused("damaged")
    if returncode > 0:
        # Our own mistake, and loud; but not with its words, which may quote a cell.
        raise RuntimeError(f"the reading child ended with {returncode}: {_kind_of_error(stderr)}")
    return stdout


def _kind_of_error(stderr: bytes) -> str:
    return b"".join(_ERROR_NAME.findall(stderr)[-1:]).decode()


def _environment() -> dict[str, str]:
    """The child finds this same package, and nothing of our keys' whereabouts."""
    source = str(Path(betang.__file__).parent.parent)
    keep = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    return keep | {"PYTHONPATH": os.pathsep.join([source, os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)}


def sheets_of(answer: bytes) -> list[RawSheet]:
    sheets: list[RawSheet] = []
    about: dict[str, Any] = {}
    packed: list[bytes] = []
    for frame in frames.split(answer):
        if frames.holds_rows(frame):
            packed.append(frame)
            continue
        content = frames.unpack(frame)
        if "refused" in content:
            raise refused(content["refused"], **content["params"])
        if "sheet" in content:
            about, packed = content, []
        else:
            sheets.append(_sheet(about | content, packed))
    return sheets


# Any: msgpack's own types, as `frames` describes them.
def _sheet(about: dict[str, Any], packed: list[bytes]) -> RawSheet:
    return RawSheet(
        name=about["sheet"],
        packed=tuple(packed),
        is_hidden=about["is_hidden"],
        hidden_rows=frozenset(about["hidden_rows"]),
        merges=tuple(Merge(*span) for span in about["merges"]),
    )
