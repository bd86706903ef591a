"""Which mess does a sample list carry, how often, and what should the intake make of it?

The shares were counted in two real lists: A, a regency's verification list of 1,527 rows, and B, a city's proposals of
5,566 rows. Where neither tells, the share is marked as a guess; the guesses are set so that about 4 % of the rows must
go back and about 12 % need a look.
"""

from __future__ import annotations

from datetime import date
from random import Random

from betang.intake.samples.houses import Cells, income_about
from betang.intake.samples.places import outside_village
from betang.intake.samples.spoiling import Defect, Effect, rewrite, set_to

_MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni",
           "Juli", "Agustus", "September", "Oktober", "November", "Desember")  # fmt: skip

_NO_DATES = ("Mei", "31/02/2023", "kemarin", "2O23")
_FAMILY_LAND = ("Milik Keluarga / Waris", "Milik keluarga-waris")


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
    return rng.choice((code.capitalize(), f" {code}", f"{code} ", code.lower(), code.title()))


def area_pattern(rng: Random, area: str) -> str:
    whole = int(float(area))
    one_side = (f"{whole} m2", f"{whole} m²", f"{whole}m2", f"{whole},5", f"{whole} M2")
    return rng.choice((*one_side, "6m x 6m", "4 x 6", "5m x 7m"))


def rupiah_pattern(rng: Random, band: str) -> str:
    amount = income_about(band)
    dotted = f"{amount:,}".replace(",", ".")
    millions = f"{amount / 1_000_000:.1f}".replace(".", ",")
    letter_o = dotted.replace(".000", ".ooo")
    words = (f"{millions} jt", f"{amount // 1000} rb perbulan")
    return rng.choice((f"Rp. {dotted}", f"Rp {dotted},-", *words, letter_o, str(amount)))


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


DEFECTS: tuple[Defect, ...] = (
    # Must go back: 4 % in all. Bad dates are B's 19 of 5,566; the other shares are guesses.
    Defect("name_missing", 0.008, Effect.RETURNED, ("name",), set_to("name", None, "-", "  ")),
    Defect("village_unknown", 0.009, Effect.RETURNED, ("village",), rewrite("village", unused_code)),
    Defect("village_missing", 0.004, Effect.RETURNED, ("village",), set_to("village", None)),
    Defect("village_elsewhere", 0.009, Effect.RETURNED, ("village",), wrong_region),
    Defect("choice_unreadable", 0.006, Effect.RETURNED, ("wall",), set_to("wall", "LIHAT FOTO", "?", "RUSAK", "ok")),
    Defect("date_unreadable", 0.0034, Effect.RETURNED, ("surveyed",), set_to("surveyed", *_NO_DATES)),
    # Need a look. B: 15 digits 61, 17 digits 55, E+15 7, ends in 0000 141. B has 7.8 % empty and A none: 5 % here.
    Defect("nik_empty", 0.05, Effect.FLAGGED, ("nik",), set_to("nik", None, "-", "")),
    Defect("nik_15_digits", 0.011, Effect.FLAGGED, ("nik",), rewrite("nik", one_digit_missing)),
    Defect("nik_17_digits", 0.010, Effect.FLAGGED, ("nik",), rewrite("nik", one_digit_more)),
    Defect("nik_exponent", 0.0013, Effect.FLAGGED, ("nik",), rewrite("nik", exponent)),
    Defect("nik_lost_digits", 0.025, Effect.FLAGGED, ("nik",), rewrite("nik", lost_digits)),
    # A: an impossible date in 3 of 1,527, another sex than stated in 25.
    Defect("nik_impossible_birth", 0.002, Effect.FLAGGED, ("nik",), rewrite("nik", impossible_birth)),
    Defect("sex_differs", 0.016, Effect.FLAGGED, ("sex", "nik"), rewrite("sex", other_sex)),
    Defect("area_unreadable", 0.003, Effect.FLAGGED, ("floor_area",), set_to("floor_area", "9 tahun", "36 cm2", "luas")),
    Defect("area_absurd", 0.002, Effect.FLAGGED, ("floor_area",), set_to("floor_area", 3600.0, 0.5)),
    Defect("income_unreadable", 0.004, Effect.FLAGGED, ("income",), set_to("income", "<600000", "9 m2", "tidak tentu")),
    Defect("nowhere", 0.004, Effect.FLAGGED, ("longitude", "latitude"), nowhere),
    # Certain repairs. A's areas have 27 patterns, its incomes about 34 with 4 % empty; how many rows is a guess.
    Defect("nik_quoted", 0.012, Effect.REPAIRED, ("nik",), rewrite("nik", quoted)),
    Defect("nik_spaced", 0.006, Effect.REPAIRED, ("nik",), rewrite("nik", spaced)),
    Defect("nik_letter_o", 0.003, Effect.REPAIRED, ("nik",), rewrite("nik", letter_o)),
    Defect("area_pattern", 0.14, Effect.REPAIRED, ("floor_area",), rewrite("floor_area", area_pattern)),
    Defect("income_rupiah", 0.10, Effect.REPAIRED, ("income",), rewrite("income", rupiah_pattern)),
    Defect("income_spelling", 0.08, Effect.REPAIRED, ("income",), rewrite("income", band_pattern)),
    Defect("income_empty", 0.043, Effect.NONE, ("income",), set_to("income", None)),
    Defect("coordinates_swapped", 0.010, Effect.REPAIRED, ("longitude", "latitude"), swapped_coordinates),
    Defect("coordinates_comma", 0.020, Effect.REPAIRED, ("longitude", "latitude"), comma_coordinate),
    Defect("date_written", 0.12, Effect.REPAIRED, ("surveyed",), written_date),
    Defect("floor_spelling", 0.05, Effect.REPAIRED, ("floor",), rewrite("floor", other_case)),
    Defect("roof_spelling", 0.05, Effect.REPAIRED, ("roof",), rewrite("roof", other_case)),
    Defect("tenure_spelling", 0.03, Effect.REPAIRED, ("land_tenure",), set_to("land_tenure", *_FAMILY_LAND)),
    Defect("name_blanks", 0.02, Effect.REPAIRED, ("name",), rewrite("name", blanks_around)),
)
