"""What does the last sheet of a list that goes out say of it: as of when, of whom, by whom, with which numbers?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from betang.register.domain import condition
from betang.register.domain.ages import Age
from betang.register.domain.parsing import MONTHS

SHEET, HEADINGS = "Keterangan", ("Keterangan", "Isi")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The filters of the list that went out, as they are said."""

    text: str = ""
    is_one_number: bool = False
    condition: int | None = None
    age: Age | None = None
    has_house: bool | None = None
    is_waiting: bool = False


@dataclass(frozen=True, slots=True)
class Notes:
    """`left_out` families have no house and so no place in a sheet of houses."""

    name: str
    as_of: datetime
    region: str
    region_code: str
    narrowed: Narrowed
    office: str
    person: str
    families: int = 0
    numbers: str = ""
    left_out: int = 0
    more: tuple[tuple[str, str], ...] = ()


MASKED = (
    "NIK dan nomor KK disamarkan (••••). Bila daftar ini dimasukkan lagi, nomor yang disamarkan berarti tidak disebut."
)
NO_NUMBERS = "Rekap ini tidak memuat nama, NIK, atau nomor KK."


def full(because: str) -> str:
    return f"NIK dan nomor KK utuh, untuk keperluan: {because}. Pengambilan ini tercatat bersama nama pengambilnya."


def lines(notes: Notes) -> Iterator[tuple[str, str]]:
    """Name and content of each line."""
    yield "Daftar", notes.name
    yield "Keadaan per", said_moment(notes.as_of)
    yield "Wilayah", f"{notes.region}, kode {notes.region_code} (Kemendagri)"
    yield "Saringan", said_filters(notes.narrowed)
    yield "Jumlah keluarga", grouped(notes.families)
    if notes.left_out:
        yield "Tidak ikut", f"{grouped(notes.left_out)} keluarga tanpa rumah sendiri, sebab lembar ini berisi rumah"
    yield from notes.more
    yield "Nomor", notes.numbers
    yield "Dikeluarkan oleh", f"{notes.person}, {notes.office}"


def said_filters(narrowed: Narrowed) -> str:
    return "; ".join(_filters(narrowed)) or "tidak ada, seluruh daftar wilayah ini"


def _filters(narrowed: Narrowed) -> Iterator[str]:
    if narrowed.text:
        yield f"nama memuat “{narrowed.text}”"
    if narrowed.is_one_number:
        yield "satu NIK atau nomor KK"
    if narrowed.condition is not None:
        yield f"kondisi {condition.label(narrowed.condition).lower()}"
    if narrowed.age:
        yield f"umur data {narrowed.age.label.lower()}"
    if narrowed.has_house is not None:
        yield "punya rumah" if narrowed.has_house else "tanpa rumah sendiri"
    if narrowed.is_waiting:
        yield "ada isian yang berbeda"


def grouped(number: int) -> str:
    """`11.862`."""
    return f"{number:,}".replace(",", ".")


def said_moment(moment: datetime) -> str:
    """`25 November 2026 pukul 15.10`; the moment is local already."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year} pukul {moment.hour:02d}.{moment.minute:02d}"
