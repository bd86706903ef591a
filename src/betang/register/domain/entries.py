"""What does a row of a list, or a form for a new family, bring to the register?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from betang.journal.domain.records import Value

Values = Mapping[str, Value]


@dataclass(frozen=True)
class RowEntry:
    """One row of a list, read: values by field name, NIK and KK as text with their doubt beside them.

    `row` is the row as Excel counts, `columns` the letter of the column by field name. `observed` is the day on which
    what the row says was seen to be so; None when the list does not tell. `masked_nik` is `6105••••••••0003`, where the
    list hides the NIK of the head: no NIK, but it tells two families of one name apart.
    """

    row: int
    columns: Mapping[str, str]
    house: Values
    family: Values
    head: Values
    assessment: Values | None = None
    aid: Values | None = None
    observed: date | None = None
    masked_nik: str = ""


@dataclass(frozen=True)
class RowResult:
    """What became of a row: accepted (new), updated or unchanged; of which family; and what a clerk should know."""

    row: int
    outcome: str
    family_id: UUID
    flags: tuple[str, ...] = ()


@dataclass(frozen=True)
class FamilyEntry:
    """A family that somebody adds by hand; values are what was typed, or python values.

    Either `house` (a new one), or `house_id` (they live in one that is listed), or neither: a family without a home.
    """

    family: Mapping[str, object]
    head: Mapping[str, object]
    house: Mapping[str, object] | None = None
    house_id: UUID | None = None
    members: tuple[Mapping[str, object], ...] = ()
    assessment: Mapping[str, object] | None = None
    aid: Mapping[str, object] | None = None
    because: str = field(default="")


# The flags of a row, each with what it tells the clerk.
FLAGS: Mapping[str, str] = {
    "nik_two_names": "Satu NIK dipakai dua nama yang jauh berbeda. Keduanya dimasukkan; periksa KTP-nya.",
    "kk_and_name_other_nik": "Nomor KK dan nama ini sudah ada dengan NIK lain. Keduanya dimasukkan; periksa KTP.",
    "lives_elsewhere": "Keluarga ini tercatat di luar wilayah kerja Anda dan tidak diubah. Beri tahu kabupaten.",
    "nik_elsewhere": "NIK ini juga ada di daftar kabupaten lain.",
    "same_name_in_village": "Nama ini sudah ada di desa yang sama, tanpa NIK, KK, atau alamat untuk membedakannya.",
    "edited_by_hand": "Isian yang pernah diubah petugas tidak diganti oleh daftar.",
    "newer_kept": "Isian yang lebih baru tidak diganti oleh daftar yang lebih lama.",
    "corrected_since": "Nilai ini sudah diganti dengan yang lebih baru; tidak dikembalikan.",
    "sound_number_kept": "Nomor yang meragukan tidak mengganti nomor yang sudah benar.",
    "proposed": "Isian milik instansi lain dicatat sebagai usulan.",
    "out_of_range": "Angka di luar batas tidak dimasukkan.",
}
