"""What does a sample of the 18-column Jambi sheet look like, and how often does which mess stand in it?

As in the province's own example: the NIK is a number, so that Excel lost its last digit wherever it was typed by hand;
"lat, lon" stands in one cell; the regions have numbers of their own. The shares are guesses.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from betang.intake.samples import listing, slips
from betang.intake.samples.houses import Cells, fill_person, fill_position, fill_sizes
from betang.intake.samples.listing import Form, SampleRow
from betang.intake.samples.places import own_number, place_names, refuse_several_regencies
from betang.intake.samples.sheet import CHOICES
from betang.intake.samples.spoiling import Defect, Effect, rewrite, set_to

COLUMNS: tuple[tuple[str, str], ...] = (
    ("name", "nama_kepala_keluarga"),
    ("nik", "nik"),
    ("age", "umur"),
    ("district_name", "kecamatan"),
    ("village_name", "desakelurahan"),
    ("address", "alamat_lengkap"),
    ("sex", "jenis_kelamin"),
    ("floor_area", "luas_rumah_m"),
    ("land_tenure", "kepemilikan_tanah"),
    ("certificate", "no_sertifikat"),
    ("floor_condition", "kondisi_lantai"),
    ("wall_condition", "kondisi_dinding"),
    ("roof_condition", "kondisi_atap"),
    ("water", "sumber_air"),
    ("bathroom", "sanitasiwc"),
    ("kitchen", "dapur"),
    ("position", "koordinat"),
    ("own_code", "kode_wilayah"),
)
_ANSWERED = ("land_tenure", "floor_condition", "wall_condition", "roof_condition", "water", "bathroom")
_LISTED_IN = 2025
_DIGITS_OF_A_NIK = 16


def clean_row(rng: Random, *, village: str, serial: int) -> Cells:
    cells: Cells = dict.fromkeys((key for key, _heading in COLUMNS), None)
    person = fill_person(rng, cells, village=village, serial=serial)
    cells |= {key: rng.choices(*CHOICES[key])[0] for key in _ANSWERED}
    fill_sizes(rng, cells)
    cells |= {"longitude": None, "latitude": None}
    fill_position(rng, cells, village)
    places = place_names(village)
    cells |= {"village": village, "district_name": places.district, "village_name": places.village}
    cells |= {"own_code": float(own_number(village)), "age": float(_LISTED_IN - person.born.year)}
    cells["certificate"] = f"{rng.randint(100, 9999):05d}/SKT/{rng.randint(2001, 2019)}" if rng.random() < 0.3 else None
    cells["kitchen"] = rng.choices(("ADA", "TIDAK ADA"), (80, 20))[0]
    return cells


def write(path: Path, *, region: str, rows: int, seed: int, truth: Path | None = None) -> None:
    """For a regency or a part of one, for its region numbers are nobody else's; see `listing.write` for the truth."""
    refuse_several_regencies(region)
    listing.write(FORM, path, region=region, rows=rows, seed=seed, truth=truth)


def make(*, region: str, rows: int, seed: int) -> list[SampleRow]:
    refuse_several_regencies(region)
    return listing.make(FORM, region=region, rows=rows, seed=seed)


def as_typed(cells: Cells) -> Cells:
    """The NIK as a number where it is nothing but digits, and both coordinates in one cell."""
    nik = str(cells["nik"])
    latitude, longitude = cells["latitude"], cells["longitude"]
    return cells | {
        "nik": float(nik) if nik.isdigit() and len(nik) == _DIGITS_OF_A_NIK else cells["nik"],
        "position": None if latitude is None else f"{latitude}, {longitude}",
    }


_DEFECTS: tuple[Defect, ...] = (
    # Must go back.
    Defect("name_missing", 0.006, Effect.RETURNED, ("name",), set_to("name", None, "-")),
    Defect("village_unknown", 0.008, Effect.RETURNED, ("village_name",), set_to("village_name", "Antah Berantah")),
    Defect("village_missing", 0.004, Effect.RETURNED, ("village_name",), set_to("village_name", None)),
    Defect("village_elsewhere", 0.008, Effect.RETURNED, ("village_name", "district_name"), slips.place_elsewhere),
    Defect("choice_unreadable", 0.006, Effect.RETURNED, ("floor_condition",), set_to("floor_condition", "?", "lihat")),
    # Need a look.
    Defect("nik_empty", 0.02, Effect.FLAGGED, ("nik",), set_to("nik", None)),
    Defect("nik_last_digit_lost", 0.12, Effect.FLAGGED, ("nik",), rewrite("nik", slips.last_digit_lost)),
    Defect("nik_15_digits", 0.01, Effect.FLAGGED, ("nik",), rewrite("nik", slips.one_digit_missing)),
    Defect("sex_differs", 0.016, Effect.FLAGGED, ("sex", "nik"), rewrite("sex", slips.other_sex)),
    Defect("area_unreadable", 0.003, Effect.FLAGGED, ("floor_area",), set_to("floor_area", *slips.NO_AREAS)),
    Defect("nowhere", 0.004, Effect.FLAGGED, ("longitude", "latitude"), slips.nowhere),
    Defect("elsewhere", 0.008, Effect.FLAGGED, ("longitude", "latitude"), slips.elsewhere_in_the_province),
    # Certain repairs.
    Defect("nik_quoted", 0.02, Effect.REPAIRED, ("nik",), rewrite("nik", slips.quoted)),
    Defect("nik_spaced", 0.01, Effect.REPAIRED, ("nik",), rewrite("nik", slips.spaced)),
    Defect("area_pattern", 0.10, Effect.REPAIRED, ("floor_area",), rewrite("floor_area", slips.area_pattern)),
    Defect("coordinates_swapped", 0.02, Effect.REPAIRED, ("longitude", "latitude"), slips.swapped_coordinates),
    Defect("coordinates_comma", 0.03, Effect.REPAIRED, ("longitude", "latitude"), slips.comma_coordinate),
    Defect("coordinates_dms", 0.02, Effect.REPAIRED, ("longitude", "latitude"), slips.in_degrees_minutes_seconds),
    Defect("village_spelling", 0.02, Effect.REPAIRED, ("village_name",), rewrite("village_name", slips.run_together)),
    Defect("water_spelling", 0.05, Effect.REPAIRED, ("water",), rewrite("water", slips.other_case)),
    Defect("name_blanks", 0.02, Effect.REPAIRED, ("name",), rewrite("name", slips.blanks_around)),
)

FORM = Form(
    code="jambi18",
    sheet="rtlh",
    columns=COLUMNS,
    clean_row=clean_row,
    defects=_DEFECTS,
    as_written=as_typed,
)
