"""What can be said of a cell, how grave is it, and in which words?

A sentence never holds what is in the cell: it may be a NIK or a name, and the officer has the row in front of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from betang.register.domain.entries import FLAGS as FLAGS_OF_REGISTER


class Gravity(Enum):
    """What becomes of a row with such a finding."""

    TOLD = "told"
    REPAIRED = "repaired"
    FLAGGED = "flagged"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Finding:
    """`column` is the key of a column of the template; empty where a finding is of the whole row.

    `row` is the other row that it speaks of.
    """

    code: str
    column: str
    row: int | None = None

    @property
    def gravity(self) -> Gravity:
        return GRAVITY[self.code]

    @property
    def sentence(self) -> str:
        return SENTENCES[self.code] if self.row is None else SENTENCES[self.code] % {"row": self.row}


REPAIRS: dict[str, str] = {
    "blanks": "Spasi yang berlebih dibuang.",
    "quotes": "Tanda petik di tepi dibuang.",
    "number_marks": "Spasi, titik, atau tanda hubung di antara angka dibuang.",
    "letter_o": "Huruf O dibaca sebagai angka 0.",
    "unit_dropped": "Satuan di belakang angka dibuang.",
    "decimal_comma": "Koma desimal dibaca sebagai koma.",
    "length_times_width": "Luas dihitung dari panjang kali lebar.",
    "rupiah_read": "Nilai rupiah dibaca, golongan penghasilan dihitung dari nilai itu.",
    "spelling": "Ejaan pilihan disamakan dengan daftar.",
    "several_in_one": "Beberapa pilihan dalam satu sel dipisahkan.",
    "coordinates_swapped": "Bujur dan lintang tertukar, sudah ditukar kembali.",
    "date_written": "Tanggal yang ditulis sebagai teks dibaca.",
    "date_serial": "Tanggal yang tersimpan sebagai angka Excel dibaca.",
    "date_month_first": "Bulan ditulis di depan hari, sudah ditukar.",
    "phone_zero": "Angka 0 di depan nomor HP yang dibuang Excel dikembalikan.",
    "village_dots": "Kode wilayah diberi titik.",
    "village_by_name": "Desa dikenali dari nama desa dan kecamatannya.",
    "degrees_read": "Koordinat derajat, menit, detik, atau dengan LU/LS/BT dibaca sebagai derajat desimal.",
    "backlog_read": "Golongan Backlog 2 dibaca sebagai rumah sendiri yang tidak layak.",
}

TOLD: dict[str, str] = {
    "row_repeated": "Baris ini mengulang baris %(row)d, jadi tidak mengubah apa pun.",
}

FLAGS: dict[str, str] = {
    "nik_empty": "NIK kosong. Lengkapi dari KTP; sebelum itu keluarga ini hanya dikenali dari nama dan alamatnya.",
    "nik_not_digits": "Ada huruf atau tanda di dalam NIK. Periksa KTP, lalu tulis 16 angkanya.",
    "nik_fifteen_digits": "NIK harus 16 angka; ini 15. Periksa KTP, satu angka tertinggal.",
    "nik_seventeen_digits": "NIK harus 16 angka; ini 17. Periksa KTP, satu angka berlebih.",
    "nik_wrong_length": "NIK harus 16 angka; ini tidak. Periksa KTP, lalu tulis ulang.",
    "nik_excel_exponent": "NIK diubah Excel menjadi bentuk E+15. Tulis ulang dari KTP pada sel berformat Teks.",
    "nik_lost_digits": "Angka terakhir NIK hilang di Excel. Tulis ulang dari KTP pada sel berformat Teks.",
    "nik_no_such_date": "Tanggal lahir di dalam NIK tidak ada di kalender. Periksa KTP.",
    "nik_shared": "NIK ini dipakai dua nama yang berlainan dalam berkas ini. Periksa KTP keduanya.",
    "nik_same_as_other": "NIK dan nomor KK tertulis sama. Periksa KTP dan KK, salah satunya keliru.",
    "kk_not_digits": "Ada huruf atau tanda di dalam nomor KK. Periksa KK, lalu tulis 16 angkanya.",
    "kk_fifteen_digits": "Nomor KK harus 16 angka; ini 15. Periksa KK, satu angka tertinggal.",
    "kk_seventeen_digits": "Nomor KK harus 16 angka; ini 17. Periksa KK, satu angka berlebih.",
    "kk_wrong_length": "Nomor KK harus 16 angka; ini tidak. Periksa KK, lalu tulis ulang.",
    "kk_excel_exponent": "Nomor KK diubah Excel menjadi bentuk E+15. Tulis ulang dari KK pada sel berformat Teks.",
    "kk_lost_digits": "Angka terakhir nomor KK hilang di Excel. Tulis ulang dari KK pada sel berformat Teks.",
    "kk_same_as_other": "Nomor KK dan NIK tertulis sama. Periksa KTP dan KK, salah satunya keliru.",
    "sex_differs": "Jenis kelamin tidak sama dengan yang tersirat di NIK. Periksa KTP.",
    "birth_differs": "Tanggal lahir tidak sama dengan yang tersirat di NIK. Periksa KTP.",
    "birth_year_alone": "Hanya tahun lahir yang tertulis, jadi tanggal lahir dibiarkan kosong. Lengkapi dari KTP.",
    "birth_in_future": "Tanggal lahir belum tiba, jadi dibiarkan kosong. Periksa tahunnya.",
    "number_unreadable": "Angka ini tidak terbaca, jadi dibiarkan kosong. Tulis angkanya saja.",
    "number_absurd": "Angka ini sangat kecil atau sangat besar. Periksa lagi.",
    "number_too_large": "Angka ini terlalu besar untuk disimpan, jadi dibiarkan kosong. Periksa lagi.",
    "land_area_unreadable": "Luas lahan tidak terbaca sebagai meter persegi, jadi dibiarkan kosong. Tulis angkanya.",
    "land_area_absurd": "Luas lahan sangat kecil atau sangat besar. Periksa angkanya.",
    "area_unreadable": "Luas rumah tidak terbaca sebagai meter persegi, jadi dibiarkan kosong. Tulis angkanya.",
    "area_absurd": "Luas rumah sangat kecil atau sangat besar. Periksa angkanya.",
    "occupants_unreadable": "Jumlah penghuni tidak terbaca sebagai bilangan, jadi dibiarkan kosong. Tulis angkanya.",
    "occupants_absurd": "Jumlah penghuni nol atau sangat banyak. Periksa angkanya.",
    "income_unreadable": "Penghasilan tidak terbaca, jadi dibiarkan kosong. Pilih golongan atau tulis nilai rupiahnya.",
    "income_absurd": "Penghasilan sangat besar. Periksa nilainya, mungkin angka nolnya berlebih.",
    "coordinate_unreadable": "Koordinat tidak terbaca, jadi dibiarkan kosong. Tulis dalam derajat desimal.",
    "coordinate_alone": "Hanya satu dari bujur dan lintang yang terisi. Lengkapi pasangannya.",
    "coordinates_elsewhere": "Koordinat berada di luar kabupaten/kota desanya. Periksa bujur dan lintangnya.",
    "coordinates_outside": "Koordinat berada di luar Indonesia. Periksa bujur dan lintangnya.",
    "date_missing": "Tanggal pendataan kosong, jadi umur data ini tidak diketahui. Lengkapi tanggalnya.",
    "date_in_future": "Tanggal pendataan belum tiba, jadi dibiarkan kosong. Periksa tahunnya.",
    "village_name_differs": "Kode dan nama desa menunjuk dua desa. Kodenya yang dipakai; periksa mana yang benar.",
    "neighbourhood_unreadable": "RT atau RW tidak terbaca sebagai angka, jadi dibiarkan kosong. Tulis angkanya.",
    "condition_of_another_scale": "Kondisi ini dinilai dengan skala lain, jadi dibiarkan kosong. Pilih satu dari lima "
    "tingkat, dari LAYAK sampai TIDAK LAYAK.",
    "decile_unreadable": "Desil harus satu angka dari 1 sampai 10, jadi dibiarkan kosong. Periksa di DTSEN.",
    "backlog_unsure": "Golongan backlog ini tidak mengatakan menumpang atau menyewa, jadi kebutuhan rumah dibiarkan "
    "kosong. Pilih sendiri di halaman keluarganya.",
    "cell_error_left_out": "Sel ini berisi galat Excel (misalnya #N/A), jadi dibiarkan kosong. Tulis isinya.",
}

RETURNS: dict[str, str] = {
    "cell_error": "Sel ini berisi galat Excel (misalnya #N/A). Tulis isinya, lalu unggah lagi baris ini.",
    "name_missing": "Nama kepala rumah tangga kosong atau tidak terbaca. Tulis namanya, lalu unggah lagi baris ini.",
    "village_missing": "Desa/kelurahan kosong. Tulis kode Kemendagri, misalnya 61.05.01.1001, atau nama desa dan "
    "kecamatannya.",
    "village_unknown": "Kode desa/kelurahan ini tidak ada di daftar Kemendagri. Periksa kodenya, lalu unggah lagi.",
    "village_name_unknown": "Desa ini tidak ditemukan di kecamatannya di wilayah kerja Anda. Periksa ejaan keduanya, "
    "lalu unggah lagi.",
    "village_bare_code": "Kode desa/kelurahan tanpa titik dapat berarti dua desa. Tulis kode Kemendagri bertitik.",
    "village_elsewhere": "Desa ini berada di luar wilayah kerja Anda. Kirim baris ini ke dinas wilayah itu.",
    "choice_unreadable": "Isian ini tidak ada di daftar pilihan. Pilih salah satu dari daftar, lalu unggah lagi.",
    "date_unreadable": "Tanggal ini tidak terbaca atau tidak ada. Tulis hari/bulan/tahun, misalnya 12/05/2023.",
    "text_too_long": "Isian ini terlalu panjang. Ringkas sampai 2.000 huruf, lalu unggah lagi.",
}

# Which doubt of the register a finding in a column raises: the part, the field, and the code.
_ABSURD, _OUTSIDE = "TIDAK MASUK AKAL", "DI LUAR WILAYAH"
DOUBTS: dict[tuple[str, str], tuple[str, str, str]] = {
    ("floor_area", "area_absurd"): ("house", "floor_area_doubt", _ABSURD),
    ("occupants", "occupants_absurd"): ("house", "occupants_doubt", _ABSURD),
    ("income", "income_absurd"): ("family", "income_doubt", _ABSURD),
    **{
        (column, code): ("house", "position_doubt", _OUTSIDE)
        for column in ("longitude", "position")
        for code in ("coordinates_outside", "coordinates_elsewhere")
    },
}

# Where the register itself finds something to look at; the others are of the whole row.
_COLUMN_OF_REGISTER_FLAG = {
    "nik_two_names": "nik",
    "kk_and_name_other_nik": "nik",
    "nik_elsewhere": "nik",
    "same_name_in_village": "name",
}

SENTENCES: dict[str, str] = REPAIRS | TOLD | FLAGS | RETURNS | dict(FLAGS_OF_REGISTER)
GRAVITY: dict[str, Gravity] = {
    **dict.fromkeys(REPAIRS, Gravity.REPAIRED),
    **dict.fromkeys(TOLD, Gravity.TOLD),
    **dict.fromkeys([*FLAGS, *FLAGS_OF_REGISTER], Gravity.FLAGGED),
    **dict.fromkeys(RETURNS, Gravity.RETURNED),
}


def enroll(*, flags: Mapping[str, str], returns: Mapping[str, str]) -> None:
    """What a room above says of the rows of its workbooks, by code."""
    for sentences, gravity in ((flags, Gravity.FLAGGED), (returns, Gravity.RETURNED)):
        SENTENCES.update(sentences)
        GRAVITY.update(dict.fromkeys(sentences, gravity))


def of_register(flag: str) -> Finding:
    return Finding(code=flag, column=_COLUMN_OF_REGISTER_FLAG.get(flag, ""))
