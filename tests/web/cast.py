"""Who and where, in the tests of the pages."""

SINTANG, NANGA_LEBANG = "61.05", "61.05.19.2001"
PLACES = {
    "61": "Kalimantan Barat",
    SINTANG: "Sintang",
    "61.05.19": "Kelam Permai",
    NANGA_LEBANG: "Nanga Lebang",
    "61.03": "Sanggau",
}
OFFICE = "Disperakim Kabupaten Sintang"
PASSWORD = "kelam-permai-7"
