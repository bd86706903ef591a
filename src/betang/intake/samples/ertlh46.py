"""What does a sample of the newer e-RTLH list look like, and how often does which mess stand in it?

The shares are those of `ertlh`, with what the newer columns add: KK numbers as they stood in lists A and B, and answers
in the words of the newer app.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from betang.intake.samples import listing, slips
from betang.intake.samples.houses import Cells, fill_person, fill_position, fill_sizes, fill_visit
from betang.intake.samples.listing import Form, SampleRow
from betang.intake.samples.people import family_number
from betang.intake.samples.sheet46 import ANSWERS, COLUMNS, IN_THE_NEWER_WORDS
from betang.intake.samples.spoiling import Defect, Effect, Spoil, rewrite, set_to

_INCOMES = (600_000.0, 750_000.0, 900_000.0, 1_100_000.0, 1_400_000.0, 1_600_000.0, 2_000_000.0, 2_500_000.0)
_LISTED_IN = 2025


def clean_row(rng: Random, *, village: str, serial: int) -> Cells:
    cells: Cells = dict.fromkeys((key for key, _heading in COLUMNS), None)
    person = fill_person(rng, cells, village=village, serial=serial)
    cells |= {key: rng.choices(answers, weights)[0] for key, (answers, weights) in ANSWERS.items()}
    fill_sizes(rng, cells)
    fill_position(rng, cells, village)
    fill_visit(rng, cells, serial=serial)
    cells |= {"village": village, "kk": family_number(village=village, serial=serial)}
    cells["areas"] = cells["areas"] if rng.random() < 0.4 else None
    cells["age"] = float(_LISTED_IN - person.born.year)
    cells["income"] = rng.choice(_INCOMES)
    cells["family_count"] = float(rng.choices((1, 2, 3), (85, 12, 3))[0])
    cells["land_area"] = float(rng.choice((60, 84, 100, 120, 150, 200, 300)))
    return cells


def write(path: Path, *, region: str, rows: int, seed: int, truth: Path | None = None) -> None:
    """For a region of any level; see `listing.write` for the truth."""
    listing.write(FORM, path, region=region, rows=rows, seed=seed, truth=truth)


def make(*, region: str, rows: int, seed: int) -> list[SampleRow]:
    return listing.make(FORM, region=region, rows=rows, seed=seed)


def _in_newer_words(column: str) -> Spoil:
    other = IN_THE_NEWER_WORDS[column]
    return rewrite(column, lambda rng, answer: other.get(answer, answer.lower()))


_DEFECTS: tuple[Defect, ...] = (
    # Must go back.
    Defect("name_missing", 0.008, Effect.RETURNED, ("name",), set_to("name", None, "-", "  ")),
    Defect("village_unknown", 0.009, Effect.RETURNED, ("village",), rewrite("village", slips.unused_code)),
    Defect("village_missing", 0.004, Effect.RETURNED, ("village",), set_to("village", None)),
    Defect("village_elsewhere", 0.009, Effect.RETURNED, ("village",), slips.wrong_region),
    Defect("choice_unreadable", 0.006, Effect.RETURNED, ("wall",), set_to("wall", "LIHAT FOTO", "?", "RUSAK", "ok")),
    Defect("date_unreadable", 0.0034, Effect.RETURNED, ("surveyed",), set_to("surveyed", *slips.NO_DATES)),
    # Need a look: the NIK as in `ertlh`; a KK number that is the NIK (A: 1 of 1,527) and one of twelve digits (B).
    Defect("nik_empty", 0.03, Effect.FLAGGED, ("nik",), set_to("nik", None, "-", "")),
    Defect("nik_15_digits", 0.011, Effect.FLAGGED, ("nik",), rewrite("nik", slips.one_digit_missing)),
    Defect("nik_17_digits", 0.010, Effect.FLAGGED, ("nik",), rewrite("nik", slips.one_digit_more)),
    Defect("nik_exponent", 0.0013, Effect.FLAGGED, ("nik",), rewrite("nik", slips.exponent)),
    Defect("nik_lost_digits", 0.025, Effect.FLAGGED, ("nik",), rewrite("nik", slips.lost_digits)),
    Defect("nik_impossible_birth", 0.002, Effect.FLAGGED, ("nik",), rewrite("nik", slips.impossible_birth)),
    Defect("sex_differs", 0.016, Effect.FLAGGED, ("sex", "nik"), rewrite("sex", slips.other_sex)),
    Defect("kk_is_nik", 0.002, Effect.FLAGGED, ("kk", "nik"), slips.nik_as_kk),
    Defect("kk_12_digits", 0.012, Effect.FLAGGED, ("kk",), rewrite("kk", slips.too_short)),
    Defect("kk_empty", 0.0026, Effect.NONE, ("kk",), set_to("kk", None, "-", "")),
    Defect("area_unreadable", 0.003, Effect.FLAGGED, ("floor_area",), set_to("floor_area", *slips.NO_AREAS)),
    Defect("area_absurd", 0.002, Effect.FLAGGED, ("floor_area",), set_to("floor_area", 3600.0, 0.5)),
    Defect("occupants_absurd", 0.002, Effect.FLAGGED, ("occupants",), set_to("occupants", 0.0, 99.0)),
    Defect("income_unreadable", 0.004, Effect.FLAGGED, ("income",), set_to("income", *slips.NO_INCOMES)),
    Defect("nowhere", 0.004, Effect.FLAGGED, ("longitude", "latitude"), slips.nowhere),
    Defect("elsewhere", 0.006, Effect.FLAGGED, ("longitude", "latitude"), slips.elsewhere_in_the_province),
    # Certain repairs.
    Defect("nik_quoted", 0.012, Effect.REPAIRED, ("nik",), rewrite("nik", slips.quoted)),
    Defect("kk_quoted", 0.012, Effect.REPAIRED, ("kk",), rewrite("kk", slips.quoted)),
    Defect("nik_spaced", 0.006, Effect.REPAIRED, ("nik",), rewrite("nik", slips.spaced)),
    Defect("nik_letter_o", 0.003, Effect.REPAIRED, ("nik",), rewrite("nik", slips.letter_o)),
    Defect("area_pattern", 0.10, Effect.REPAIRED, ("floor_area",), rewrite("floor_area", slips.area_pattern)),
    Defect("income_rupiah", 0.10, Effect.REPAIRED, ("income",), rewrite("income", slips.amount_pattern)),
    Defect("income_empty", 0.043, Effect.NONE, ("income",), set_to("income", None)),
    Defect("coordinates_swapped", 0.010, Effect.REPAIRED, ("longitude", "latitude"), slips.swapped_coordinates),
    Defect("coordinates_comma", 0.020, Effect.REPAIRED, ("longitude", "latitude"), slips.comma_coordinate),
    Defect("coordinates_dms", 0.010, Effect.REPAIRED, ("longitude", "latitude"), slips.in_degrees_minutes_seconds),
    Defect("date_written", 0.12, Effect.REPAIRED, ("surveyed",), slips.written_date),
    *(
        Defect(f"{column}_in_newer_words", 0.06, Effect.REPAIRED, (column,), _in_newer_words(column))
        for column in IN_THE_NEWER_WORDS
    ),
    Defect("name_blanks", 0.02, Effect.REPAIRED, ("name",), rewrite("name", slips.blanks_around)),
)

FORM = Form(code="ertlh46", sheet="e-RTLH", columns=COLUMNS, clean_row=clean_row, defects=_DEFECTS)
