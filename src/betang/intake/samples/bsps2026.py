"""What does a sample of a BSPS 2026 verification list look like, and how often does which mess stand in it?

Columns, marks and shares are those that were measured in a regency's export of 1,527 rows: every NIK and KK number has
an apostrophe before it, the kecamatan comes in any case, no row has a code of a village or the day of a visit, the
occupation is always empty, and in 353 rows the birth date is not the one inside the NIK.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

from betang.intake.samples import listing, slips
from betang.intake.samples.houses import Cells, fill_person
from betang.intake.samples.listing import Form, SampleRow
from betang.intake.samples.people import family_number
from betang.intake.samples.places import place_names, refuse_several_regencies
from betang.intake.samples.spoiling import Defect, Effect, rewrite, set_to

COLUMNS: tuple[tuple[str, str], ...] = (
    ("number", "No"),
    ("district_name", "Kecamatan"),
    ("village_name", "Desa/Kelurahan"),
    ("name", "Nama"),
    ("nik", "NIK"),
    ("kk", "No KK"),
    ("address", "Alamat"),
    ("sex", "Jenis Kelamin"),
    ("birth_place", "Tempat Lahir"),
    ("birth_date", "Tanggal Lahir"),
    ("land_tenure", "Status Tanah"),
    ("land_area", "Luas Tanah"),
    ("income", "Penghasilan"),
    ("occupation", "Pekerjaan"),
    ("class", "Pengelompokan Desil"),
)
_TENURES = (("Milik Sendiri", "Menumpang", "Lainnya", "TKD"), (1201, 184, 138, 4))
_CLASSES = (("Backlog 2 Desil 1-4", "Usulan Baru Lapangan"), (771, 524))
_BACKLOG_1 = "Backlog 1 Desil 1-4"  # a home, but not their own: whether they rent it or live with others is not said
_SIDES = ("6m x 9m", "8m x 9m", "9m x 9m", "6m x 8m", "10m x 12m", "7 x 9")
_INCOMES = ("900 rb perbulan", "900.ooo", "1,2 jt", "Rp 750.000,-", "Rp.800.ooo")
_AREAS = ("72 m2", "54 m²", "90m2", "120", "63,5 m2")


def clean_row(rng: Random, *, village: str, serial: int) -> Cells:
    """Clean as far as this list ever is."""
    cells: Cells = dict.fromkeys((key for key, _heading in COLUMNS), None)
    person = fill_person(rng, cells, village=village, serial=serial)
    places = place_names(village)
    cells |= {"number": float(serial + 1), "village": village, "village_name": places.village}
    cells["district_name"] = places.district.upper() if rng.random() < 0.5 else places.district
    cells |= {"name": person.name.upper(), "sex": "P" if person.sex == "PEREMPUAN" else "L"}
    cells |= {"kk": family_number(village=village, serial=serial), "address": str(cells["address"]).upper()}
    cells |= {"birth_place": places.district.upper(), "birth_date": person.born.isoformat()}
    cells |= {"land_tenure": rng.choices(*_TENURES)[0], "class": rng.choices(*_CLASSES)[0]}
    cells["land_area"] = rng.choice(_SIDES if rng.random() < 0.7 else _AREAS)
    cells["income"] = f"Rp. {rng.randrange(30, 250) * 10_000:,}".replace(",", ".")
    return cells


def write(path: Path, *, region: str, rows: int, seed: int, truth: Path | None = None) -> None:
    """For a regency or a part of one, for it knows villages by name only; see `listing.write` for the truth."""
    refuse_several_regencies(region)
    listing.write(FORM, path, region=region, rows=rows, seed=seed, truth=truth)


def make(*, region: str, rows: int, seed: int) -> list[SampleRow]:
    refuse_several_regencies(region)
    return listing.make(FORM, region=region, rows=rows, seed=seed)


def as_exported(cells: Cells) -> Cells:
    """With the apostrophe that keeps Excel from taking a number for a number."""
    marked = {key: f"'{cells[key]}" for key in ("nik", "kk") if cells[key] is not None}
    return cells | marked


def _day_for_month(rng: Random, cells: Cells, region: str) -> None:
    """190 of the 353: 5 August for 8 May. Where there is no such month, or it is the same day, the year is off."""
    born = date.fromisoformat(str(cells["birth_date"]))
    if born.day <= 12 and born.day != born.month:
        cells["birth_date"] = date(born.year, born.day, born.month).isoformat()
    else:
        _year_off(rng, cells, region)


def _year_off(rng: Random, cells: Cells, region: str) -> None:
    born = date.fromisoformat(str(cells["birth_date"]))
    cells["birth_date"] = born.replace(year=born.year - rng.randint(1, 9)).isoformat()


def _day_off(rng: Random, cells: Cells, region: str) -> None:
    born = date.fromisoformat(str(cells["birth_date"]))
    cells["birth_date"] = born.replace(day=born.day % 28 + 1).isoformat()


def _other_letter(rng: Random, sex: str) -> str:
    return "L" if sex == "P" else "P"


_DEFECTS: tuple[Defect, ...] = (
    # Must go back: guesses, for nothing in that export was refused. Its makers had no rule.
    Defect("name_missing", 0.004, Effect.RETURNED, ("name",), set_to("name", None, "-")),
    Defect("village_unknown", 0.006, Effect.RETURNED, ("village_name",), set_to("village_name", "Antah Berantah")),
    Defect("village_missing", 0.003, Effect.RETURNED, ("village_name",), set_to("village_name", None)),
    Defect("village_elsewhere", 0.006, Effect.RETURNED, ("village_name", "district_name"), slips.place_elsewhere),
    # Need a look, as measured: of 1,527 the birth date differs in 353, the sex in 25, three NIKs have no possible date,
    # two the serial 0000, one KK number is the NIK.
    Defect("birth_day_for_month", 0.124, Effect.FLAGGED, ("birth_date", "nik"), _day_for_month),
    Defect("birth_year_off", 0.033, Effect.FLAGGED, ("birth_date", "nik"), _year_off),
    Defect("birth_day_off", 0.073, Effect.FLAGGED, ("birth_date", "nik"), _day_off),
    Defect("sex_differs", 0.016, Effect.FLAGGED, ("sex", "nik"), rewrite("sex", _other_letter)),
    Defect("nik_impossible_birth", 0.002, Effect.FLAGGED, ("nik",), rewrite("nik", slips.impossible_birth)),
    Defect("nik_serial_0000", 0.0013, Effect.FLAGGED, ("nik",), rewrite("nik", slips.serial_nought)),
    Defect("kk_is_nik", 0.0007, Effect.FLAGGED, ("kk", "nik"), slips.nik_as_kk),
    Defect("kk_empty", 0.0026, Effect.NONE, ("kk",), set_to("kk", None)),
    Defect("class_unsure", 232 / 1527, Effect.FLAGGED, ("class",), set_to("class", _BACKLOG_1)),
    Defect("area_unreadable", 0.004, Effect.FLAGGED, ("land_area",), set_to("land_area", *slips.NO_AREAS)),
    Defect("income_unreadable", 0.004, Effect.FLAGGED, ("income",), set_to("income", *slips.NO_INCOMES)),
    # Repairs; the apostrophes alone make one of every row.
    Defect("income_pattern", 0.12, Effect.REPAIRED, ("income",), set_to("income", *_INCOMES)),
    Defect("income_empty", 0.043, Effect.NONE, ("income",), set_to("income", None)),
    Defect("village_spelling", 0.02, Effect.REPAIRED, ("village_name",), rewrite("village_name", slips.run_together)),
)

FORM = Form(
    code="bsps2026",
    sheet="Verifikasi",
    columns=COLUMNS,
    clean_row=clean_row,
    defects=_DEFECTS,
    as_written=as_exported,
    always_repaired=True,
)
