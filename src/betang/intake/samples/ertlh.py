"""What does a sample of the 42-column e-RTLH import sheet look like, and how often does which mess stand in it?

The shares were counted in two real lists: A, a regency's verification list of 1,527 rows, and B, a city's proposals of
5,566 rows. Where neither tells, the share is marked as a guess; the guesses are set so that about 4 % of the rows must
go back and about 12 % need a look.
"""

from __future__ import annotations

from pathlib import Path

from betang.intake.samples import listing, slips
from betang.intake.samples.houses import clean_row
from betang.intake.samples.listing import Form, SampleRow
from betang.intake.samples.sheet import COLUMNS
from betang.intake.samples.spoiling import Defect, Effect, rewrite, set_to

_FAMILY_LAND = ("Milik Keluarga / Waris", "Milik keluarga-waris")

_DEFECTS: tuple[Defect, ...] = (
    # Must go back: 4 % in all. Bad dates are B's 19 of 5,566; the other shares are guesses.
    Defect("name_missing", 0.008, Effect.RETURNED, ("name",), set_to("name", None, "-", "  ")),
    Defect("village_unknown", 0.009, Effect.RETURNED, ("village",), rewrite("village", slips.unused_code)),
    Defect("village_missing", 0.004, Effect.RETURNED, ("village",), set_to("village", None)),
    Defect("village_elsewhere", 0.009, Effect.RETURNED, ("village",), slips.wrong_region),
    Defect("choice_unreadable", 0.006, Effect.RETURNED, ("wall",), set_to("wall", "LIHAT FOTO", "?", "RUSAK", "ok")),
    Defect("date_unreadable", 0.0034, Effect.RETURNED, ("surveyed",), set_to("surveyed", *slips.NO_DATES)),
    # Need a look. B: 15 digits 61, 17 digits 55, E+15 7, ends in 0000 141. B has 7.8 % empty and A none: 5 % here.
    Defect("nik_empty", 0.05, Effect.FLAGGED, ("nik",), set_to("nik", None, "-", "")),
    Defect("nik_15_digits", 0.011, Effect.FLAGGED, ("nik",), rewrite("nik", slips.one_digit_missing)),
    Defect("nik_17_digits", 0.010, Effect.FLAGGED, ("nik",), rewrite("nik", slips.one_digit_more)),
    Defect("nik_exponent", 0.0013, Effect.FLAGGED, ("nik",), rewrite("nik", slips.exponent)),
    Defect("nik_lost_digits", 0.025, Effect.FLAGGED, ("nik",), rewrite("nik", slips.lost_digits)),
    # A: an impossible date in 3 of 1,527, another sex than stated in 25.
    Defect("nik_impossible_birth", 0.002, Effect.FLAGGED, ("nik",), rewrite("nik", slips.impossible_birth)),
    Defect("sex_differs", 0.016, Effect.FLAGGED, ("sex", "nik"), rewrite("sex", slips.other_sex)),
    Defect("area_unreadable", 0.003, Effect.FLAGGED, ("floor_area",), set_to("floor_area", *slips.NO_AREAS)),
    Defect("area_absurd", 0.002, Effect.FLAGGED, ("floor_area",), set_to("floor_area", 3600.0, 0.5)),
    Defect("income_unreadable", 0.004, Effect.FLAGGED, ("income",), set_to("income", *slips.NO_INCOMES)),
    Defect("nowhere", 0.004, Effect.FLAGGED, ("longitude", "latitude"), slips.nowhere),
    # Certain repairs. A's areas have 27 patterns, its incomes about 34 with 4 % empty; how many rows is a guess.
    Defect("nik_quoted", 0.012, Effect.REPAIRED, ("nik",), rewrite("nik", slips.quoted)),
    Defect("nik_spaced", 0.006, Effect.REPAIRED, ("nik",), rewrite("nik", slips.spaced)),
    Defect("nik_letter_o", 0.003, Effect.REPAIRED, ("nik",), rewrite("nik", slips.letter_o)),
    Defect("area_pattern", 0.14, Effect.REPAIRED, ("floor_area",), rewrite("floor_area", slips.area_pattern)),
    Defect("income_rupiah", 0.10, Effect.REPAIRED, ("income",), rewrite("income", slips.rupiah_pattern)),
    Defect("income_spelling", 0.08, Effect.REPAIRED, ("income",), rewrite("income", slips.band_pattern)),
    Defect("income_empty", 0.043, Effect.NONE, ("income",), set_to("income", None)),
    Defect("coordinates_swapped", 0.010, Effect.REPAIRED, ("longitude", "latitude"), slips.swapped_coordinates),
    Defect("coordinates_comma", 0.020, Effect.REPAIRED, ("longitude", "latitude"), slips.comma_coordinate),
    Defect("date_written", 0.12, Effect.REPAIRED, ("surveyed",), slips.written_date),
    Defect("floor_spelling", 0.05, Effect.REPAIRED, ("floor",), rewrite("floor", slips.other_case)),
    Defect("roof_spelling", 0.05, Effect.REPAIRED, ("roof",), rewrite("roof", slips.other_case)),
    Defect("tenure_spelling", 0.03, Effect.REPAIRED, ("land_tenure",), set_to("land_tenure", *_FAMILY_LAND)),
    Defect("name_blanks", 0.02, Effect.REPAIRED, ("name",), rewrite("name", slips.blanks_around)),
)

FORM = Form(code="ertlh", sheet="RTLH", columns=COLUMNS, clean_row=clean_row, defects=_DEFECTS)


def write(path: Path, *, region: str, rows: int, seed: int, truth: Path | None = None) -> None:
    """For a region of any level; see `listing.write` for the truth."""
    listing.write(FORM, path, region=region, rows=rows, seed=seed, truth=truth)


def make(*, region: str, rows: int, seed: int) -> list[SampleRow]:
    return listing.make(FORM, region=region, rows=rows, seed=seed)
