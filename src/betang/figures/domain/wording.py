"""What are the sums and the parts of a region called? In Bahasa; msgids, so that a page can say them in English too."""

from collections.abc import Mapping

from betang.figures.domain.statements import Rule
from betang.figures.domain.sums import Subject
from betang.organisation.domain.regions import Level

SUBJECTS: Mapping[Subject, str] = {
    Subject.FAMILIES: "Keluarga di daftar",
    Subject.NEED: "Keluarga yang membutuhkan",
    Subject.TARGET: "Target",
    Subject.FINISHED: "Rumah selesai",
    Subject.MONTHS: "Rumah selesai menurut bulan",
    Subject.PUBLISHED: "RTLH menurut terbitan",
    Subject.COUNTED_HERE: "Hitungan di sini terhadap RTLH menurut terbitan",
}
RULES: Mapping[Rule, str] = {
    Rule.REMAINDER: "Yang sudah ditangani ditambah yang tersisa",
    Rule.PARTS: "Jumlah bagian-bagiannya",
}
# What the parts of a region are, by the region's level.
PARTS: Mapping[Level, str] = {
    Level.NATION: "Provinsi",
    Level.PROVINCE: "Kabupaten/kota",
    Level.REGENCY: "Kecamatan",
    Level.DISTRICT: "Desa/kelurahan",
    Level.VILLAGE: "Desa/kelurahan",
}
# What stands in the row of none of them.
RESTS: Mapping[Level, str] = {
    Level.NATION: "Belum dirinci ke provinsi",
    Level.PROVINCE: "Belum dirinci ke kabupaten/kota",
    Level.REGENCY: "Belum dirinci ke kecamatan",
    Level.DISTRICT: "Belum dirinci ke desa",
    Level.VILLAGE: "Belum dirinci ke desa",
}
TOTAL = "Jumlah"
