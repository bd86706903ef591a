"""Which amounts do law and practice name for the money that pays for homes, and where does each stand?

Beginnings for an office's own entries, never a rule that binds by itself: amounts change every year, and what an office
entered for its region and year is what an amount is held against.
"""

from dataclasses import dataclass, replace

from betang.organisation.domain.regions import NATION, is_within
from betang.planning.domain.purses import PurseKey

_JUTA, _MILIAR, _TRILIUN = 10**6, 10**9, 10**12


@dataclass(frozen=True, slots=True)
class KnownPurse:
    """Money of some years. `legal_basis`: the rule, or who said so where no rule was read; None where none is known."""

    source: str
    name: str
    years: tuple[int, ...]
    legal_basis: str
    region_code: str = NATION
    work: str | None = None
    unit_value_rupiah: int | None = None
    cap_rupiah: int | None = None
    ceiling_rupiah: int | None = None
    note: str = ""


_BOTH = (2025, 2026)

KNOWN = (
    KnownPurse(
        "BSPS", "Bantuan Stimulan Perumahan Swadaya", _BOTH, "Permen PKP 10/2025",
        unit_value_rupiah=20 * _JUTA, cap_rupiah=20 * _JUTA,
        note="Bahan Rp 17,5 juta dan upah Rp 2,5 juta per rumah.",
    ),
    KnownPurse(
        "DAK", "DAK Fisik Perumahan, peningkatan kualitas", _BOTH, "Petunjuk teknis DAK; angka Kabupaten Landak 2022",
        work="PENINGKATAN", unit_value_rupiah=20 * _JUTA, cap_rupiah=20 * _JUTA,
        note="Periksa petunjuk teknis tahun berjalan.",
    ),
    KnownPurse(
        "DAK", "DAK Fisik Perumahan, pembangunan baru", _BOTH, "Petunjuk teknis DAK; angka Kabupaten Landak 2022",
        work="BARU", unit_value_rupiah=35 * _JUTA, cap_rupiah=35 * _JUTA,
        note="Dibagi: DAK Rp 20 juta dan DAU Rp 15 juta. Periksa petunjuk teknis tahun berjalan.",
    ),
    KnownPurse(
        "APBD PROVINSI", "Rumah APBD Provinsi Kalimantan Barat", (2025,), "Keterangan Pemerintah Provinsi 2025",
        region_code="61", unit_value_rupiah=30 * _JUTA, cap_rupiah=30 * _JUTA, ceiling_rupiah=3_960 * _JUTA,
        note="132 penerima; pembagian antarkabupaten belum seragam di sumbernya.",
    ),
    KnownPurse(
        "APBD KABUPATEN/KOTA", "Rumah APBD Kabupaten Landak", (2025,), "Keterangan Pemerintah Kabupaten Landak",
        region_code="61.08", unit_value_rupiah=30 * _JUTA, cap_rupiah=30 * _JUTA,
    ),
    KnownPurse(
        "DANA DESA", "Rumah tidak layak huni dari Dana Desa", _BOTH, "Permendes 8/2022 dan 7/2023",
        unit_value_rupiah=10 * _JUTA, cap_rupiah=10 * _JUTA,
        note="Bahan saja, tanpa upah; gotong royong, musdes, dan SK kepala desa; untuk warga desa itu.",
    ),
    KnownPurse(
        "FLPP", "FLPP, seluruh Indonesia", (2025,), "Kuota 2025: 350.000 rumah",
        ceiling_rupiah=35_200 * _MILIAR, note="Bunga 5 % tetap paling lama 20 tahun, uang muka 1 %.",
    ),
    KnownPurse(
        "FLPP", "FLPP, harga rumah paling tinggi di Kalimantan", _BOTH, "Kepmen PUPR 689/2023",
        region_code="61", cap_rupiah=182 * _JUTA, note="Ditambah bantuan uang muka (SBUM) Rp 4 juta.",
    ),
    KnownPurse(
        "KUR", "KUR Perumahan, sisi permintaan", _BOTH, "Permenko 13/2025 dan Permen PKP 13/2025",
        cap_rupiah=500 * _JUTA, ceiling_rupiah=13 * _TRILIUN,
        note="Pinjaman Rp 10 juta sampai Rp 500 juta, bunga 6 %; berjalan sejak 21 Oktober 2025.",
    ),
    KnownPurse(
        "BAZNAS", "Rumah Layak Huni Baznas", _BOTH, "Keterangan Baznas; belum dibaca dari peraturan",
        unit_value_rupiah=55 * _JUTA, cap_rupiah=57 * _JUTA,
        note="Rp 55 juta sampai Rp 57 juta; di Kalimantan Tengah tercatat Rp 25 juta per rumah.",
    ),
    KnownPurse(
        "CSR", "Tanggung jawab sosial perusahaan", _BOTH, "UU 40/2007 pasal 74",
        note="Tanpa nilai tetap; tiap tawaran menyebut nilainya sendiri.",
    ),
    KnownPurse(
        "SWADAYA", "Dibangun sendiri oleh pemiliknya", _BOTH, "",
        note="Tanpa batas; yang dihitung rumahnya.",
    ),
)  # fmt: skip


def known_in(region_code: str, *, year: int) -> dict[PurseKey, KnownPurse]:
    """What is known of a year, as an office of this region may enter it: all in its region as it stands; what holds
    for a region around it for its own, the nearest first and without the total, which is shared by others."""
    inside = {
        _key(each, year): each for each in KNOWN if year in each.years and is_within(each.region_code, region_code)
    }
    around = [each for each in KNOWN if year in each.years and is_within(region_code, each.region_code)]
    found = dict(inside)
    for each in sorted(around, key=lambda known: -len(known.region_code)):
        own = replace(each, region_code=region_code, ceiling_rupiah=None)
        if each.region_code != region_code and (own.cap_rupiah or own.unit_value_rupiah):
            found.setdefault(_key(own, year), own)
    return found


def _key(known: KnownPurse, year: int) -> PurseKey:
    return PurseKey(year, known.region_code, known.source, known.work)
