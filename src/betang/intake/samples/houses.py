"""What does a clean row of a sample list say about a family and its house?"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from betang.intake.samples.people import Person, invent
from betang.intake.samples.places import point_in
from betang.intake.samples.sheet import AREA_KINDS, CHOICES, COLUMNS, INCOME_BANDS, INCOME_WEIGHTS

Cell = str | float | date | None
Cells = dict[str, Cell]

_FIRST_DAY = date(2023, 12, 4)
_SURVEY_DAYS = 900
_SURVEYORS = ("Siti Lantang", "Yohan Tekam", "Rabiah Mawang", "Lukas Rinding", "Dayang Sabang")
_HAMLETS = ("Suka Maju", "Tembawang", "Nanga Ulak", "Riam Batu", "Sungai Pinang", "Mekar Sari", "Tanjung Lengkung")
_INCOME_ABOUT = {"0-1,2": 900_000, "1,3-1,8": 1_500_000, "1,9-2,1": 2_000_000, "2,2-2,6": 2_400_000}


def clean_row(rng: Random, *, village: str, serial: int) -> Cells:
    """A row as the template asks for it, in the order of the columns."""
    cells: Cells = dict.fromkeys((key for key, _heading in COLUMNS), None)
    fill_person(rng, cells, village=village, serial=serial)
    cells |= {"village": village, "number": float(serial + 1)}
    # No mobile number begins with 0800, so none of these rings anywhere.
    cells["phone"] = f"0800{rng.randint(10_000_000, 99_999_999)}" if rng.random() < 0.4 else None
    cells |= {key: rng.choices(answers, weights)[0] for key, (answers, weights) in CHOICES.items()}
    cells["income"] = rng.choices(INCOME_BANDS, INCOME_WEIGHTS)[0]
    _fill_areas(rng, cells)
    fill_sizes(rng, cells)
    fill_position(rng, cells, village)
    fill_visit(rng, cells, serial=serial)
    return cells


def fill_person(rng: Random, cells: Cells, *, village: str, serial: int) -> Person:
    """Who lives there, and at which address."""
    person = invent(rng, village=village, serial=serial)
    cells |= {"name": person.name, "nik": person.nik, "sex": person.sex, "address": _address(rng, serial)}
    return person


def income_about(band: str) -> int:
    """An amount inside a band, for officers who write rupiah where the sheet asks for a band."""
    return _INCOME_ABOUT.get(band, 3_000_000)


def _address(rng: Random, serial: int) -> str:
    """Never twice the same, for a name and an address together decide a match where there is no NIK."""
    rt, rw = rng.randint(1, 12), rng.randint(1, 4)
    return f"Dusun {rng.choice(_HAMLETS)} No. {serial + 1} RT {rt:03d}/RW {rw:03d}"


def _fill_areas(rng: Random, cells: Cells) -> None:
    for place, kind in enumerate(rng.sample(AREA_KINDS, rng.choices((0, 1, 2), (55, 35, 10))[0])):
        cells[f"area_{place + 1}"] = kind


def fill_sizes(rng: Random, cells: Cells) -> None:
    cells["floor_area"] = float(rng.choice((18, 20, 24, 24, 28, 30, 36, 36, 42, 48, 54)))
    cells["occupants"] = float(rng.choices(range(1, 10), (6, 12, 20, 24, 17, 11, 6, 3, 1))[0])


def fill_visit(rng: Random, cells: Cells, *, serial: int) -> None:
    cells["surveyed"] = _FIRST_DAY + timedelta(days=rng.randrange(_SURVEY_DAYS))
    cells["surveyor"] = rng.choice(_SURVEYORS)
    cells["photo"] = f"foto_{serial + 1:06d}.jpg"


def fill_position(rng: Random, cells: Cells, village: str) -> None:
    point = point_in(village, along=rng.random(), across=rng.random())
    if point is not None and rng.random() < 0.94:
        cells["longitude"], cells["latitude"] = point
