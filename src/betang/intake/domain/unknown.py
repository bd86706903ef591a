"""Does a sheet whose headings we do not know list people or homes, or what else does it look like?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from betang.intake.domain.cells import Cell, Row, as_written, is_nothing
from betang.intake.domain.evidence import looks_like_a_name
from betang.intake.domain.headings import fold, heading_rows, key_of
from betang.intake.domain.lines import is_column_numbers
from betang.intake.domain.templates import MAPPED
from betang.intake.domain.two_rows import Heading
from betang.kernel.civil_numbers import HIDDEN, LENGTH, clean
from betang.kernel.errors import Malformed

_FEWEST_HEADINGS = 3
_OF_PEOPLE = frozenset({"name", "nik", "kk"})


@dataclass(frozen=True, slots=True)
class UnknownSheet:
    """A sheet with the line that looks most like its headings, and the first rows below."""

    name: str
    heading_row: int
    headings: tuple[str, ...]
    rows: tuple[Row, ...]

    def column(self, place: int) -> list[Cell]:
        return [cell for row in self.rows if not is_nothing(cell := row.cell(place))]


def look_at(name: str, rows: Sequence[Row], *, merges: Iterable[tuple[int, int, int]] = ()) -> UnknownSheet | None:
    """The sheet under its likeliest headings; None where no line looks like headings."""
    lines = [line for line in heading_rows(rows, merges=merges) if _looks_like_headings(line, rows)]
    if not lines:
        return None
    best = max(lines, key=_likelihood)
    below = tuple(row for row in rows if row.number > best.row and not is_column_numbers(row))
    return UnknownSheet(name, best.row, best.texts, below)


def _likelihood(line: Heading) -> tuple[int, int, int]:
    """Known words count most, then how many there are, then how high they stand."""
    known = sum(1 for each in line.readings if any(key_of(text, MAPPED) for text in each))
    return known, sum(1 for text in line.texts if text), -line.row


def _looks_like_headings(line: Heading, rows: Sequence[Row]) -> bool:
    """Words, mostly, each another; numbers and dates do not head columns."""
    texts = [text for text in line.texts if text]
    if any(set(text.split()) == {HIDDEN} for text in texts):  # a number of a person: a row of a list, not its headings
        return False
    if len(texts) < _FEWEST_HEADINGS or len(set(map(fold, texts))) < len(texts) * 0.7:
        return False
    return sum(1 for text in texts if not _is_a_value(text)) >= len(texts) * 0.8


def _is_a_value(text: str) -> bool:
    return not any(map(str.isalpha, text)) or len(text) > 80 or sum(map(str.isdigit, text)) > 6


def names_people(sheet: UnknownSheet) -> bool:
    """A heading for a name or a number of people with something below it, or a column of civil numbers."""
    for place, heading in enumerate(sheet.headings):
        cells = sheet.column(place)
        if not cells:
            continue
        key = key_of(heading, MAPPED)
        if key in _OF_PEOPLE and any(_could_be_of_a_person(cell) for cell in cells):
            return True
        if sum(1 for cell in cells if _is_civil(cell)) * 2 > len(cells):
            return True
    return False


def _could_be_of_a_person(cell: Cell) -> bool:
    return looks_like_a_name(as_written(cell).strip()) or sum(map(str.isdigit, as_written(cell))) > LENGTH - 3


def _is_civil(cell: Cell) -> bool:
    number = clean(as_written(cell))
    return len(number) == LENGTH and number.isdigit()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split(" | "))


@dataclass(frozen=True, slots=True)
class _Lookalike:
    """Another kind of list, by words of its headings: so many of them must be there."""

    code: str
    sentence: str
    words: frozenset[str]
    fewest: int

    def words_in(self, sheet: UnknownSheet) -> int:
        """A word may stand under a wider one: JUMLAH RUMAH over TOTAL RUMAH."""
        folded = [f" {fold(heading)}" for heading in sheet.headings]
        return sum(1 for word in self.words if any(text.endswith(f" {word}") for text in folded))


LOOKALIKES: tuple[_Lookalike, ...] = (
    _Lookalike(
        "looks_like_krisna",
        "Ini tampak seperti usulan DAK dari KRISNA: barisnya usulan kegiatan, bukan rumah atau keluarga, jadi tidak "
        "ada yang dapat dimasukkan. Unggah daftar rumah atau keluarganya.",
        _words(
            "PENGUSUL NAMA | SUB BIDANG | RINCIAN | DETAIL RINCIAN | RINCIAN STATUS | NILAI USULAN | "
            "UNIT COST | PENGADAAN | READINESS CRITERIA | VERIFY PROV | VERIFY BANGDA | KEWENANGAN | "
            "MENU | PRIORITAS"
        ),
        4,
    ),
    _Lookalike(
        "looks_like_permits",
        "Ini tampak seperti daftar izin bangunan (PBG/SIMBG), tetapi judulnya bukan judul daftar kasus, jadi tidak ada "
        "yang dapat dimasukkan. Kasus PBG perlu jenis, nomor, desa, pemohon, dan tanggal diajukan; judulnya ada di "
        "halaman Unggah. Bila bukan kasus, unggah daftar rumah atau keluarganya.",
        _words(
            "NOMOR PBG | NO PBG | NOMOR REGISTRASI | NO REGISTRASI | RETRIBUSI | NILAI RETRIBUSI | "
            "FUNGSI BANGUNAN | JENIS PERMOHONAN | PEMOHON | NAMA PEMOHON | TANGGAL TERBIT | NO SLF | "
            "NOMOR SLF | IMB | NAMA BANGUNAN | KLASIFIKASI BANGUNAN | TANGGAL PERMOHONAN | "
            "STATUS PERMOHONAN | LUAS BANGUNAN | JUMLAH LANTAI"
        ),
        3,
    ),
    _Lookalike(
        "looks_like_tax",
        "Ini tampak seperti daftar BPHTB atau PBB, tetapi judulnya bukan judul daftar kasus, jadi tidak ada yang dapat "
        "dimasukkan. Kasus BPHTB perlu jenis, nomor, desa, pemohon, dan tanggal diajukan; judulnya ada di halaman "
        "Unggah. Bila bukan kasus, unggah daftar rumah atau keluarganya.",
        _words(
            "NOP | NJOP | NAMA WAJIB PAJAK | WAJIB PAJAK | BPHTB | NILAI PEROLEHAN | NPOP | "
            "NPOPTKP | NOMOR SSPD | NO SSPD | TANGGAL BAYAR | NPWP"
        ),
        3,
    ),
    _Lookalike(
        "looks_like_recap",
        "Ini tampak seperti rekap: barisnya desa atau kecamatan dengan jumlah, bukan rumah atau keluarga satu per "
        "satu, jadi tidak ada yang dapat dimasukkan. Unggah daftar nama dan alamatnya.",
        _words(
            "JUMLAH RUMAH | TOTAL RUMAH | RTLH | JUMLAH RTLH | RLH | JUMLAH RLH | TOTAL TARGET | "
            "SUDAH SURVEI | PROGRESS | PROGRES | JUMLAH LAYAK | TOTAL | JUMLAH | CAPAIAN | "
            "PERSENTASE RLH | TOTAL PENANGANAN | JUMLAH KK | JUMLAH PENDUDUK | "
            "JUMLAH RUMAH LAYAK HUNI | RUMAH LAYAK HUNI | RUMAH TIDAK LAYAK HUNI | "
            "JUMLAH RUMAH TIDAK LAYAK HUNI | PERSENTASE | BACKLOG | JUMLAH BACKLOG | "
            "KODE KECAMATAN"
        ),
        2,
    ),
)


def why_not(sheets: Sequence[UnknownSheet], *, names: bool) -> Malformed | None:
    """What this file looks like, if it is a kind of list that we know and do not take in.

    A list that `names` people is only taken for another one where that is beyond doubt.
    """
    for each in LOOKALIKES:
        fewest = each.fewest + (1 if names else 0)
        if any(each.words_in(sheet) >= fewest for sheet in sheets):
            return Malformed(each.sentence, code=each.code)
    return None


def no_list(sheets: Sequence[UnknownSheet]) -> Malformed:
    """The sentence for a file that is no list at all."""
    if not sheets:
        return Malformed(
            "Tidak ada baris judul di berkas ini. Judul seperti KODE WILAYAH DES/KEL dan NAMA LENGKAP KEPALA RUMAH "
            "TANGGA harus ada di satu baris, di atas datanya. Salin data rumahnya ke lembar impor e-RTLH, lalu unggah "
            "lagi.",
            code="no_headings",
        )
    widest = max(sheets, key=lambda each: len(each.headings))
    return Malformed(
        "Berkas ini tidak tampak sebagai daftar rumah atau keluarga: di bawah judulnya (baris %(row)d) tidak ada nama, "
        "NIK, atau nomor KK. Salin data rumahnya ke lembar impor e-RTLH, lalu unggah lagi.",
        code="not_this_template",
        row=widest.heading_row,
    )


def too_many_headings(count: int) -> Malformed:
    """The sentence for a list that nobody could explain, so wide it is."""
    return Malformed(
        "Daftar ini memuat sedikitnya %(count)d judul kolom yang belum dikenal, terlalu banyak untuk dicocokkan. Hapus "
        "kolom yang tidak perlu, simpan, lalu unggah lagi.",
        code="too_many_headings",
        count=count,
    )
