"""The code lists of planning, each code with its label in Bahasa Indonesia (a msgid)."""

from collections.abc import Mapping

from betang.register.domain.code_lists import CodeList, code_list

# Whose money it is; caps and programmes stand in purses, for they change every year.
SOURCE = code_list(
    "source",
    "BSPS",
    "DAK",
    "APBD PROVINSI",
    "APBD KABUPATEN/KOTA",
    "DANA DESA",
    "FLPP",
    "KUR",
    "BAZNAS",
    "CSR",
    "SWADAYA",
    "APBN LAINNYA",
    labels={
        "BSPS": "APBN BSPS",
        "DAK": "DAK",
        "APBD PROVINSI": "APBD provinsi",
        "APBD KABUPATEN/KOTA": "APBD kabupaten/kota",
        "FLPP": "FLPP",
        "KUR": "KUR Perumahan",
        "CSR": "CSR",
        "APBN LAINNYA": "APBN lainnya",
    },
    aliases={
        "APBN": "APBN LAINNYA",
        "APBD KABUPATEN": "APBD KABUPATEN/KOTA",
        "APBD KOTA": "APBD KABUPATEN/KOTA",
        "APBD KAB": "APBD KABUPATEN/KOTA",
        "APBD PROV": "APBD PROVINSI",
        "APBDES": "DANA DESA",
        "DD": "DANA DESA",
        "KPP": "KUR",
        "ZAKAT": "BAZNAS",
        "MANDIRI": "SWADAYA",
        "DAK FISIK": "DAK",
    },
)
WORK = code_list(
    "work",
    "BARU",
    "PENINGKATAN",
    "PEMBELIAN",
    labels={"BARU": "Pembangunan baru", "PENINGKATAN": "Peningkatan kualitas", "PEMBELIAN": "Pembelian"},
    aliases={
        "PB": "BARU",
        "PEMBANGUNAN": "BARU",
        "PK": "PENINGKATAN",
        "REHAB": "PENINGKATAN",
        "REHABILITASI": "PENINGKATAN",
        "RENOVASI": "PENINGKATAN",
        "PERBAIKAN": "PENINGKATAN",
        "BELI": "PEMBELIAN",
    },
)
DONOR_KIND = code_list(
    "donor_kind", "PERUSAHAAN", "BAZNAS", "YAYASAN", "DESA", labels={"BAZNAS": "Baznas", "PERUSAHAAN": "Perusahaan"}
)
PLEDGE_ANSWER = code_list("pledge_answer", "DITERIMA", "DITOLAK")

LISTS: Mapping[str, CodeList] = {made.name: made for made in (SOURCE, WORK, DONOR_KIND, PLEDGE_ANSWER)}
