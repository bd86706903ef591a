"""What was passed over, filled in or found hidden while a file was read, and in which words is it said?

A note holds numbers and names of sheets, never what stands in a cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass

NOTES: dict[str, str] = {
    "sheet_hidden": "Lembar %(sheet)s tersembunyi; barisnya ikut dibaca.",
    "rows_hidden": "%(rows)d baris tersembunyi di lembar %(sheet)s ikut dibaca.",
    "cells_filled_down": "%(cells)d sel gabungan di lembar %(sheet)s diisi dari sel paling atasnya.",
    "totals_passed_over": "%(rows)d baris jumlah di lembar %(sheet)s dilewati.",
    "remarks_passed_over": "%(rows)d baris catatan atau tanda tangan di lembar %(sheet)s dilewati.",
    "sections_passed_over": "%(rows)d baris judul bagian di lembar %(sheet)s dilewati.",
    "numbered_blanks_passed_over": "%(rows)d baris yang hanya bernomor di lembar %(sheet)s dilewati.",
    "headings_passed_over": "%(rows)d baris judul yang terulang di lembar %(sheet)s dilewati.",
    "column_numbers_passed_over": "Baris nomor kolom di lembar %(sheet)s dilewati.",
    "sheet_passed_over": "Lembar %(sheet)s dilewati: judulnya bukan judul daftar rumah atau keluarga.",
    "people_passed_over": "Lembar %(sheet)s tampak memuat nama orang, tetapi judulnya belum dikenal, jadi dilewati. "
    "Unggah lembar itu sebagai berkas sendiri untuk mencocokkan judulnya.",
    "columns_passed_over": "Kolom %(letters)s di lembar %(sheet)s tidak dikenal dan dilewati.",
    "no_survey_date": "Lembar %(sheet)s tidak punya tanggal pendataan, jadi umur datanya tidak diketahui.",
}


@dataclass(frozen=True, slots=True)
class Note:
    """`params` are the numbers and the name of the sheet that its sentence needs."""

    code: str
    params: Mapping[str, str | int]

    @property
    def sentence(self) -> str:
        return NOTES[self.code] % self.params

    @property
    def packed(self) -> list[object]:
        """As a batch keeps it."""
        return [self.code, dict(self.params)]


def of_sheet(code: str, sheet: str, **numbers: str | int) -> Note:
    return Note(code, {"sheet": sheet, **numbers})


def unpacked(kept: list[object]) -> Note:
    code, params = kept
    assert isinstance(code, str) and isinstance(params, dict)
    return Note(code, params)
