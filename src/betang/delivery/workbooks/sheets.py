"""What does delivery say of a list: its columns, what may stand in them, its words?"""

from collections.abc import Mapping
from dataclasses import dataclass

from betang.register.domain.code_lists import CodeList


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column that only lists of delivery have. `reads`: text, day, code or rupiah."""

    key: str
    label: str
    field: str
    reads: str = "text"
    codes: CodeList | None = None


@dataclass(frozen=True)
class Sheet:
    """A list. `headings` in the order of the sheet: key, heading, other spellings; the first rows of a list need
    `needs`. `shared`: which field a column fills that lists of families have too."""

    code: str
    name: str
    headings: tuple[tuple[str, str, tuple[str, ...]], ...]
    shared: Mapping[str, str]
    own: tuple[SheetColumn, ...]
    needs: tuple[str, ...]
    returns: Mapping[str, str]
    flags: Mapping[str, str]


# Places as every list of ours writes them: a code, or the names of kecamatan and desa.
PLACE = (
    ("village", "KODE DESA", ()),
    ("district_name", "KECAMATAN", ()),
    ("village_name", "DESA/KELURAHAN", ()),
)
CASE_NUMBER = SheetColumn("case_number", "Nomor PBG atau BPHTB", "case_number")

RETURNED_ANYWHERE: Mapping[str, str] = {
    "unanswered": "Isian ini harus ada di tiap baris dan kosong di baris ini. Isi dulu, lalu unggah lagi.",
    "day_ahead": "Tanggal ini belum tiba. Periksa tanggal dan tahunnya, lalu unggah lagi.",
    "days_out_of_order": "Tanggal ini lebih awal dari langkah sebelumnya. Periksa urutan tanggalnya.",
    "other_regency": "Catatan ini sudah ada di kabupaten/kota lain. Batalkan yang di sana dulu, lalu unggah lagi.",
}

# What others may have put on record that stands on a list; msgids.
BUILT_ON: Mapping[str, str] = {
    "changed": "Isian dari daftar ini sudah diubah sesudahnya.",
    "photo": "Foto ditambahkan pada rumah dari daftar ini.",
    "case": "Kasus PBG atau BPHTB menunjuk rumah dari daftar ini.",
    "sameness": "Rumah dari daftar ini sudah diputuskan ganda atau tidak.",
}
