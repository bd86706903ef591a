"""Which answers may a coded field have, how are they written on screen, and how else do lists write them?

The canonical code is the Indonesian upper-case word of the e-RTLH import sheet; what newer lists add is added, and what
they merely spell otherwise is an alias. A crosswalk between scales (five levels, damage per cent) is a judgement, not a
spelling, so none is made here.
"""

from collections.abc import Mapping

from betang.register.domain.code_lists import CodeList, code_list
from betang.register.domain.doubt_codes import FIGURE_DOUBT, NUMBER_DOUBT

# Abbreviations that stay in capitals.
_JOBS = {"PNS": "PNS", "BUMN/D": "BUMN/D", "TNI/POLRI": "TNI/Polri", "LANSIA/IRT": "Lansia/IRT"}
_SCHOOLS = {
    "TIDAK SEKOLAH": "Tidak sekolah",
    "SD": "SD",
    "SMP": "SMP",
    "SMA": "SMA",
    "D3/S1": "D3/S1",
    "S2/S3": "S2/S3",
}
_BANDS = {
    "0-1,2": "Rp 0–1,2 juta",
    "1,3-1,8": "Rp 1,3–1,8 juta",
    "1,9-2,1": "Rp 1,9–2,1 juta",
    "2,2-2,6": "Rp 2,2–2,6 juta",
    "2,7-3,1": "Rp 2,7–3,1 juta",
    "3,2-3,6": "Rp 3,2–3,6 juta",
    "3,7-4,2": "Rp 3,7–4,2 juta",
    ">4,2": "Di atas Rp 4,2 juta",
}

SEX = code_list(
    "sex",
    "LAKI-LAKI",
    "PEREMPUAN",
    labels={"LAKI-LAKI": "Laki-laki"},
    aliases={
        "L": "LAKI-LAKI",
        "LK": "LAKI-LAKI",
        "PRIA": "LAKI-LAKI",
        "LAKI LAKI": "LAKI-LAKI",
        "P": "PEREMPUAN",
        "PR": "PEREMPUAN",
        "WANITA": "PEREMPUAN",
    },
)
OCCUPATION = code_list(
    "occupation",
    "PNS",
    "BUMN/D",
    "TNI/POLRI",
    "KARYAWAN",
    "WIRAUSAHA",
    "PETANI",
    "BURUH HARIAN",
    "OJEK/SOPIR",
    "NELAYAN",
    "PRAMUWISMA",
    "LANSIA/IRT",
    "TUKANG/MONTIR",
    "HONORER",
    "PENSIUNAN",
    "LAINNYA",
    "TIDAK BEKERJA",
    labels=_JOBS,
    aliases={
        '">OJEK/SOPIR': "OJEK/SOPIR",
        "OJEK": "OJEK/SOPIR",
        "SOPIR": "OJEK/SOPIR",
        "IRT": "LANSIA/IRT",
        "TUKANG": "TUKANG/MONTIR",
        "MONTIR": "TUKANG/MONTIR",
        "TNI": "TNI/POLRI",
        "POLRI": "TNI/POLRI",
        "BUMN": "BUMN/D",
        "BUMD": "BUMN/D",
        # As offices say it, and as the family card (KK) has it; what may be two of the answers is not here.
        "TANI": "PETANI",
        "PETANI/PEKEBUN": "PETANI",
        "PEKEBUN": "PETANI",
        "BURUH": "BURUH HARIAN",
        "BURUH HARIAN LEPAS": "BURUH HARIAN",
        "BHL": "BURUH HARIAN",
        "WIRASWASTA": "WIRAUSAHA",
        "KARYAWAN SWASTA": "KARYAWAN",
        "KARYAWAN BUMN": "BUMN/D",
        "KARYAWAN BUMD": "BUMN/D",
        "KARYAWAN HONORER": "HONORER",
        "PEGAWAI NEGERI SIPIL": "PNS",
        "IBU RUMAH TANGGA": "LANSIA/IRT",
        "MENGURUS RUMAH TANGGA": "LANSIA/IRT",
        "NELAYAN/PERIKANAN": "NELAYAN",
        "SUPIR": "OJEK/SOPIR",
        "BELUM/TIDAK BEKERJA": "TIDAK BEKERJA",
        "BELUM BEKERJA": "TIDAK BEKERJA",
    },
)
EDUCATION = code_list(
    "education",
    *_SCHOOLS,
    labels=_SCHOOLS,
    aliases={"D3": "D3/S1", "S1": "D3/S1", "S2": "S2/S3", "S3": "S2/S3", "SLTP": "SMP", "SLTA": "SMA", "SMK": "SMA"},
)
INCOME_BAND = code_list(
    "income_band", *_BANDS, labels=_BANDS, aliases={code + " JUTA": code for code in _BANDS} | {"4,2<": ">4,2"}
)
THERE_OR_NOT = code_list("there_or_not", "ADA", "TIDAK ADA")
HOUSE_OWNERSHIP = code_list(
    "house_ownership",
    "MILIK SENDIRI",
    "KONTRAK-SEWA",
    "BUKAN MILIK SENDIRI",
    labels={"KONTRAK-SEWA": "Kontrak atau sewa"},
    aliases={"KONTRAK": "KONTRAK-SEWA", "SEWA": "KONTRAK-SEWA", "MENUMPANG": "BUKAN MILIK SENDIRI"},
)
LAND_TENURE = code_list(
    "land_tenure",
    "MILIK SENDIRI",
    "BUKAN MILIK SENDIRI",
    "MILIK KELUARGA-WARIS",
    "TANAH NEGARA",
    "TANAH ILEGAL",
    "TANAH KAS DESA",
    "LAINNYA",
    labels={"MILIK KELUARGA-WARIS": "Milik keluarga atau waris"},
    aliases={
        "MENUMPANG": "BUKAN MILIK SENDIRI",
        "BUKAN MILIK SENDIRI/MENUMPANG": "BUKAN MILIK SENDIRI",
        "TANAH KAS DESA/BENGKOK": "TANAH KAS DESA",
        "TKD": "TANAH KAS DESA",
        "BENGKOK": "TANAH KAS DESA",
        "WARIS": "MILIK KELUARGA-WARIS",
        "MILIK KELUARGA": "MILIK KELUARGA-WARIS",
    },
)
TENURE_PROOF = code_list(
    "tenure_proof",
    "SHM",
    "SHGB",
    "AJB",
    "GIRIK/LETTER C",
    "SKT",
    "SURAT PERJANJIAN/IZIN TINGGAL",
    "LAINNYA",
    "TIDAK ADA",
    labels={"SHM": "SHM", "SHGB": "SHGB", "AJB": "AJB", "SKT": "SKT", "GIRIK/LETTER C": "Girik/Letter C"},
    aliases={"GIRIK": "GIRIK/LETTER C", "LETTER C": "GIRIK/LETTER C", "IZIN TINGGAL": "SURAT PERJANJIAN/IZIN TINGGAL"},
)
AREA_KINDS = code_list(
    "area_kinds",
    "KUMUH",
    "STRATEGIS",
    "STUNTING",
    "KEMISKINAN EKSTRIM",
    "PARIWISATA",
    "TERTINGGAL/TERDEPAN/TERLUAR",
    "TRANSMIGRASI",
    "PRIORITAS PENDATAAN",
    "KEK",
    "KSPN",
    "PERBATASAN",
    "PESISIR/NELAYAN",
    "RAWAN AIR",
    "PULAU-PULAU KECIL/TERLUAR",
    labels={"KEK": "KEK", "KSPN": "KSPN"},
    aliases={
        "KUMUH KABUPATEN": "KUMUH",
        "KAWASAN KUMUH": "KUMUH",
        "KEMISKINAN EKSTREM": "KEMISKINAN EKSTRIM",
        "DAERAH TERTINGGAL/TERPENCIL": "TERTINGGAL/TERDEPAN/TERLUAR",
        "3T": "TERTINGGAL/TERDEPAN/TERLUAR",
        "KAWASAN TRANSMIGRASI": "TRANSMIGRASI",
        "KAWASAN PERBATASAN": "PERBATASAN",
        "KAWASAN PESISIR/NELAYAN": "PESISIR/NELAYAN",
        "KAWASAN RAWAN AIR": "RAWAN AIR",
    },
)
ROOM_FUNCTION = code_list("room_function", "PERUMAHAN", "NON PERUMAHAN", aliases={"NON-PERUMAHAN": "NON PERUMAHAN"})
POSITION_SOURCE = code_list("position_source", "GPS", "PETA", "BERKAS", "KANTOR DESA", labels={"GPS": "GPS"})
FOUNDATION = code_list(
    "foundation_material",
    "BATU BELAH",
    "BATU BATA",
    "BATAKO",
    "TIDAK ADA",
    aliases={"BATU KALI": "BATU BELAH", "BATA": "BATU BATA"},
)
COLUMN = code_list("column_material", "BETON", "KAYU", "TIDAK ADA")
ROOF_FRAME = code_list("roof_frame_material", "KAYU", "BAMBU")
CEILING = code_list("ceiling_material", "TRIPLEK", "GERIBIK", "TIDAK ADA", aliases={"TRIPLEKS": "TRIPLEK"})
BEAM = code_list("beam_material", "BETON", "KAYU", "BAMBU")
FLOOR = code_list(
    "floor_material",
    "KERAMIK",
    "UBIN/TEHEL",
    "PLESTERAN",
    "KAYU",
    "BAMBU",
    "TANAH",
    "MARMER/GRANIT",
    aliases={
        "UBIN/TEGEL": "UBIN/TEHEL",
        "UBIN": "UBIN/TEHEL",
        "TEHEL": "UBIN/TEHEL",
        "TEGEL": "UBIN/TEHEL",
        "MARMER": "MARMER/GRANIT",
        "GRANIT": "MARMER/GRANIT",
        "PAPAN": "KAYU",
        "SEMEN": "PLESTERAN",
    },
)
WALL = code_list(
    "wall_material",
    "TEMBOK",
    "KAYU",
    "PLESTERAN",
    "BAMBU",
    "GRC",
    "LAINNYA",
    "ANYAMAN BAMBU",
    "PLESTERAN ANYAMAN BAMBU",
    "RUMBIA",
    labels={"GRC": "GRC"},
    aliases={"GRC(ASBES)": "GRC", "GRC/ASBES": "GRC", "PAPAN": "KAYU", "LAIN-LAIN": "LAINNYA"},
)
ROOF = code_list(
    "roof_material",
    "GENTENG",
    "SENG",
    "KAYU",
    "IJUK",
    "JERAMI",
    "RUMBIA",
    "DAUN",
    "ASBES",
    "BAMBU",
    "BETON",
    aliases={"DAUN-DAUNAN": "DAUN", "KAYU/SIRAP": "KAYU", "SIRAP": "KAYU", "GENTING": "GENTENG"},
)
WATER_SOURCE = code_list(
    "water_source",
    "PERPIPAAN",
    "AIR KEMASAN",
    "SUMUR",
    "MATA AIR",
    "AIR HUJAN",
    "LAINNYA",
    aliases={
        "PDAM": "PERPIPAAN",
        "PDAM(PERPIPAAN)": "PERPIPAAN",
        "AIR KEMASAN/ISI ULANG": "AIR KEMASAN",
        "ISI ULANG": "AIR KEMASAN",
        "PAM": "PERPIPAAN",
        "LEDING": "PERPIPAAN",
        "LEDENG": "PERPIPAAN",
        "SUMUR BOR": "SUMUR",
        "SUMUR GALI": "SUMUR",
        "SUNGAI": "LAINNYA",
        "AIR SUNGAI": "LAINNYA",
        "HUJAN": "AIR HUJAN",
    },
)
WATER_TO_SEPTIC = code_list(
    "water_to_septic",
    ">10 M",
    "<10 M",
    labels={">10 M": "Lebih dari 10 m", "<10 M": "Kurang dari 10 m"},
    aliases={">10": ">10 M", "<10": "<10 M", ">10M": ">10 M", "<10M": "<10 M", "≥10 M": ">10 M"},
)
BATHROOM = code_list(
    "bathroom",
    "SENDIRI",
    "BERSAMA/MCK KOMUNAL",
    "TIDAK ADA",
    labels={"BERSAMA/MCK KOMUNAL": "Bersama/MCK komunal"},
    aliases={"BERSAMA": "BERSAMA/MCK KOMUNAL", "MCK KOMUNAL": "BERSAMA/MCK KOMUNAL"},
)
LATRINE = code_list(
    "latrine",
    "LEHER ANGSA",
    "PLENGSENGAN",
    "CEMPLUNG/CUBLUK",
    aliases={"CEMPLUNG": "CEMPLUNG/CUBLUK", "CUBLUK": "CEMPLUNG/CUBLUK"},
)
SEWAGE = code_list(
    "sewage",
    "TANGKI SEPTIK",
    "IPAL",
    "KOLAM/SAWAH/SUNGAI/DANAU/LAUT",
    "LUBANG TANAH",
    "PANTAI/TANAH LAPANG/KEBUN",
    labels={"IPAL": "IPAL"},
    aliases={"SEPTIK TANK": "TANGKI SEPTIK", "SEPTIC TANK": "TANGKI SEPTIK", "SUNGAI": "KOLAM/SAWAH/SUNGAI/DANAU/LAUT"},
)
LIGHTING = code_list(
    "lighting",
    "PLN DENGAN METERAN",
    "PLN TANPA METERAN",
    "LISTRIK NON PLN",
    "BUKAN LISTRIK",
    labels={
        "PLN DENGAN METERAN": "PLN dengan meteran",
        "PLN TANPA METERAN": "PLN tanpa meteran",
        "LISTRIK NON PLN": "Listrik non-PLN",
    },
    aliases={"LISTRIK NON-PLN": "LISTRIK NON PLN"},
)
# From sound to unfit: its place in this list, counted from 1, is the figure of the condition.
CONDITION = code_list("condition", "LAYAK", "MENUJU LAYAK", "AGAK LAYAK", "KURANG LAYAK", "TIDAK LAYAK")
VISIT_OUTCOME = code_list(
    "visit_outcome",
    "DITEMUKAN",
    "MENINGGAL",
    "PINDAH",
    "TIDAK DIKETAHUI",
    "MENOLAK",
    "KOSONG",
    labels={"MENOLAK": "Menolak disurvei", "KOSONG": "Rumah kosong"},
    aliases={"MENOLAK DISURVEY": "MENOLAK"},
)
# The classes of the backlog: at home in an own house, or with others (backlog 1 and 3).
HOUSING_NEED = code_list(
    "housing_need",
    "RUMAH SENDIRI",
    "MENUMPANG",
    "SEWA",
    "TANPA RUMAH",
    labels={
        "RUMAH SENDIRI": "Menempati rumah sendiri",
        "MENUMPANG": "Menumpang di rumah orang lain",
        "SEWA": "Menyewa atau mengontrak",
        "TANPA RUMAH": "Tidak punya tempat tinggal tetap",
    },
    aliases={"OWN_HOME": "RUMAH SENDIRI", "SHARES_HOME": "MENUMPANG", "RENTS": "SEWA", "NO_HOME": "TANPA RUMAH"},
)
RELATION = code_list(
    "relation",
    "KEPALA KELUARGA",
    "SUAMI",
    "ISTRI",
    "ANAK",
    "MENANTU",
    "CUCU",
    "ORANG TUA",
    "MERTUA",
    "FAMILI LAIN",
    "LAINNYA",
    aliases={"KEPALA": "KEPALA KELUARGA", "KEPALA RUMAH TANGGA": "KEPALA KELUARGA"},
)
FUNDING_SOURCE = code_list(
    "funding_source",
    "APBN",
    "APBD PROVINSI",
    "APBD KABUPATEN/KOTA",
    "DAK",
    "DANA DESA",
    "CSR",
    "BAZNAS",
    "SWADAYA",
    "LAINNYA",
    labels={
        "APBN": "APBN",
        "DAK": "DAK",
        "CSR": "CSR",
        "APBD PROVINSI": "APBD provinsi",
        "APBD KABUPATEN/KOTA": "APBD kabupaten/kota",
    },
)
RECEIVED_BAND = code_list(
    "received_band",
    "BELUM PERNAH",
    "YA <5 TAHUN LALU",
    "YA >5 TAHUN LALU",
    labels={"YA <5 TAHUN LALU": "Ya, kurang dari 5 tahun lalu", "YA >5 TAHUN LALU": "Ya, lebih dari 5 tahun lalu"},
    aliases={"TIDAK PERNAH": "BELUM PERNAH"},
)
RECORD_STATUS = code_list("record_status", "AKTIF", "DIBATALKAN")
FAMILY_STATUS = code_list("family_status", "AKTIF", "PINDAH", "DIBATALKAN")
PERSON_STATUS = code_list("person_status", "AKTIF", "MENINGGAL", "PINDAH", "DIBATALKAN")

_ALL = (
    SEX, OCCUPATION, EDUCATION, INCOME_BAND, THERE_OR_NOT, HOUSE_OWNERSHIP, LAND_TENURE, TENURE_PROOF, AREA_KINDS,
    ROOM_FUNCTION, POSITION_SOURCE, FOUNDATION, COLUMN, ROOF_FRAME, CEILING, BEAM, FLOOR, WALL, ROOF, WATER_SOURCE,
    WATER_TO_SEPTIC, BATHROOM, LATRINE, SEWAGE, LIGHTING, CONDITION, VISIT_OUTCOME, HOUSING_NEED, RELATION,
    FUNDING_SOURCE, RECEIVED_BAND, RECORD_STATUS, FAMILY_STATUS, PERSON_STATUS, NUMBER_DOUBT, FIGURE_DOUBT,
)  # fmt: skip
LISTS: Mapping[str, CodeList] = {made.name: made for made in _ALL}


def label(list_name: str, code: str) -> str:
    return LISTS[list_name].label(code)
