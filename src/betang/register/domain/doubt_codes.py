"""Why is a number, or a figure, that somebody wrote not to be relied on?

Spelt as the code gives them, not as a sheet does: no sheet has these columns.
"""

from betang.register.domain.code_lists import code_list

_DOUBTS = {
    "empty": "Belum ada nomornya",
    "not_digits": "Ada huruf atau tanda di antara angkanya",
    "fifteen_digits": "Hanya 15 angka",
    "seventeen_digits": "17 angka, satu terlalu banyak",
    "wrong_length": "Bukan 16 angka",
    "excel_exponent": "Diubah Excel menjadi bentuk eksponen",
    "lost_digits": "Angka terakhir hilang di Excel",
    "no_such_date": "Tanggal di dalam nomor tidak ada",
    "shared": "Dipakai dua nama yang berlainan dalam satu daftar",
    "same_as_other": "NIK dan nomor KK tertulis sama",
}
NUMBER_DOUBT = code_list("number_doubt", *_DOUBTS, labels=_DOUBTS)
FIGURE_DOUBT = code_list(
    "figure_doubt",
    "DI LUAR WILAYAH",
    "TIDAK MASUK AKAL",
    labels={"DI LUAR WILAYAH": "Di luar kabupaten/kotanya", "TIDAK MASUK AKAL": "Tidak masuk akal"},
)
