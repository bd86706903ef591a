"""How does one cell or pair of cells look when it went wrong as it does in the field?

Each function spoils what a clean row says; how often, and what the intake should make of it, stands with each form.
"""

from __future__ import annotations

from datetime import date
from random import Random

from betang.intake.samples.houses import Cells, income_about
from betang.intake.samples.places import far_middles, outside_village, place_names

_MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni",
           "Juli", "Agustus", "September", "Oktober", "November", "Desember")  # fmt: skip

NO_DATES = ("Mei", "31/02/2023", "kemarin", "2O23")
NO_AREAS = ("9 tahun", "36 cm2", "luas")
NO_INCOMES = ("<600000", "9 m2", "tidak tentu")


def wrong_region(rng: Random, cells: Cells, region: str) -> None:
    cells["village"] = outside_village(region, turn=rng.randrange(10_000))


def unused_code(rng: Random, code: str) -> str:
    return code[:9] + "2999"


def blanks_around(rng: Random, name: str) -> str:
    return f"  {name} "


def one_digit_missing(rng: Random, nik: str) -> str:
    place = rng.randrange(6, 16)
    return nik[:place] + nik[place + 1 :]


def one_digit_more(rng: Random, nik: str) -> str:
    place = rng.randrange(6, 16)
    return nik[:place] + str(rng.randrange(10)) + nik[place:]


def exponent(rng: Random, nik: str) -> str:
    return f"{nik[0]},{nik[1:6]}E+15"


def lost_digits(rng: Random, nik: str) -> str | float:
    short = nik[:12] + "0000"
    return float(short) if rng.random() < 0.5 else short


def impossible_birth(rng: Random, nik: str) -> str:
    return nik[:6] + f"{rng.randint(32, 39):02d}" + nik[8:]


def letter_o(rng: Random, nik: str) -> str:
    return nik[:12] + nik[12:].replace("0", "O") if "0" in nik[12:] else nik + " "


def quoted(rng: Random, nik: str) -> str:
    return rng.choice(("'{}", " {}", "{} ", "'{}'", '"{}"')).format(nik)


def spaced(rng: Random, nik: str) -> str:
    return rng.choice((" ", ".", "-")).join((nik[:6], nik[6:12], nik[12:]))


def other_sex(rng: Random, sex: str) -> str:
    return "LAKI-LAKI" if sex == "PEREMPUAN" else "PEREMPUAN"


def other_case(rng: Random, code: str) -> str:
    return rng.choice((f"{code.capitalize()} ", f" {code}", f"{code} ", code.lower(), f" {code.title()}"))


def area_pattern(rng: Random, area: str) -> str:
    whole = int(float(area))
    one_side = (f"{whole} m2", f"{whole} m²", f"{whole}m2", f"{whole},5", f"{whole} M2")
    return rng.choice((*one_side, "6m x 6m", "4 x 6", "5m x 7m"))


def rupiah_pattern(rng: Random, band: str) -> str:
    """An amount where the sheet asks for a band."""
    amount = income_about(band)
    return rng.choice((*_amounts(amount), str(amount)))


def amount_pattern(rng: Random, amount: str) -> str:
    return rng.choice(_amounts(int(float(amount))))


def _amounts(amount: int) -> tuple[str, ...]:
    dotted = f"{amount:,}".replace(",", ".")
    millions = f"{amount / 1_000_000:.1f}".replace(".", ",")
    letter_o = dotted.replace(".000", ".ooo")
    words = (f"{millions} jt", f"{amount // 1000} rb perbulan")
    return (f"Rp. {dotted}", f"Rp {dotted},-", *words, letter_o)


def band_pattern(rng: Random, band: str) -> str:
    return rng.choice((band.replace("-", " - "), f"{band} JUTA", f"{band} juta", band.replace("-", " – ")))


def comma_coordinate(rng: Random, cells: Cells, region: str) -> None:
    for column in ("longitude", "latitude"):
        cells[column] = str(cells[column]).replace(".", ",")


def swapped_coordinates(rng: Random, cells: Cells, region: str) -> None:
    cells["longitude"], cells["latitude"] = cells["latitude"], cells["longitude"]


def nowhere(rng: Random, cells: Cells, region: str) -> None:
    cells["longitude"], cells["latitude"] = 0.0, 0.0


def written_date(rng: Random, cells: Cells, region: str) -> None:
    day = cells["surveyed"]
    if isinstance(day, date):
        month = _MONTHS[day.month - 1]
        in_words = (f"{day.day} {month} {day.year}", f"{day.day} {month[:3]} {day.year}")
        cells["surveyed"] = rng.choice((f"{day:%d/%m/%Y}", f"{day:%d-%m-%Y}", f"{day:%Y-%m-%d}", *in_words))


def too_short(rng: Random, kk: str) -> str:
    """Twelve digits, as 843 of a city's 1,423 numbers had."""
    return kk[:12]


def nik_as_kk(rng: Random, cells: Cells, region: str) -> None:
    cells["kk"] = cells["nik"]


def serial_nought(rng: Random, nik: str) -> str:
    return nik[:12] + "0000"


def last_digit_lost(rng: Random, nik: str) -> str:
    """What Excel makes of sixteen digits typed into a number cell."""
    return nik[:15] + "0"


def in_degrees_minutes_seconds(rng: Random, cells: Cells, region: str) -> None:
    signs = {"latitude": ("LU", "LS"), "longitude": ("BT", "BB")}
    for column, (positive, negative) in signs.items():
        degrees = float(str(cells[column]))
        hundredths = round(abs(degrees) * 360_000)
        minutes, seconds = divmod(hundredths, 6_000)
        sign = negative if degrees < 0 else positive
        cells[column] = f"{minutes // 60}°{minutes % 60:02d}'{seconds / 100:05.2f}\" {sign}"


def elsewhere_in_the_province(rng: Random, cells: Cells, region: str) -> None:
    """A point of another regency, copied from another row or left over from another trip."""
    cells["longitude"], cells["latitude"] = rng.choice(far_middles(str(cells["village"])))


def place_elsewhere(rng: Random, cells: Cells, region: str) -> None:
    names = place_names(outside_village(region, turn=rng.randrange(10_000)))
    cells["village_name"], cells["district_name"] = names.village, names.district


def run_together(rng: Random, name: str) -> str:
    """Balasklumprik for Balas Klumprik; a name of one word gets its kind before it."""
    words = name.split()
    return "".join(words) if len(words) == 2 and len(words[1]) > 3 else f"Desa {name}"
