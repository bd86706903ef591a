"""What does a sample list of homes delivered look like, and how often does which mess stand in it?

Nobody has counted such lists yet, so the shares are guesses: about 4 % of the rows must go back, about 8 % need a look.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

from betang.intake.samples import listing, slips
from betang.intake.samples.houses import Cells, fill_person
from betang.intake.samples.listing import Form, SampleRow
from betang.intake.samples.places import point_in
from betang.intake.samples.spoiling import Defect, Effect, rewrite, set_to

COLUMNS: tuple[tuple[str, str], ...] = (
    ("number", "NO"),
    ("village", "KODE DESA"),
    ("unit", "NOMOR RUMAH/UNIT"),
    ("name", "NAMA PENERIMA"),
    ("nik", "NIK PENERIMA"),
    ("address", "ALAMAT RUMAH"),
    ("source", "SUMBER DANA"),
    ("work", "JENIS PEKERJAAN"),
    ("stage", "TAHAP"),
    ("started", "TANGGAL MULAI"),
    ("thirty", "TANGGAL 30 %"),
    ("finished", "TANGGAL SELESAI"),
    ("handover", "TANGGAL SERAH TERIMA"),
    ("amount", "NILAI"),
    ("case_number", "NOMOR PBG/BPHTB"),
    ("musdes_date", "TANGGAL MUSDES"),
    ("musdes_decree", "KEPUTUSAN MUSDES"),
    ("position", "KOORDINAT"),
)
_SOURCES = (
    ("BSPS", "APBD KABUPATEN/KOTA", "DANA DESA", "APBD PROVINSI", "DAK", "SWADAYA", "CSR", "FLPP"),
    (40, 16, 12, 8, 6, 8, 2, 8),
)
_AMOUNTS = {"BSPS": 20_000_000, "DANA DESA": 15_000_000, "FLPP": 182_000_000, "SWADAYA": 30_000_000}
_STAGES = (("0 %", "30 %", "100 %", "Serah terima"), (15, 25, 25, 35))
_DAYS = ("started", "thirty", "finished", "handover")
_FIRST_DAY, _LONGEST_WAIT, _LONGEST_STAGE = date(2025, 1, 6), 90, 60
_AHEAD = date(2199, 6, 1)


def clean_row(rng: Random, *, village: str, serial: int) -> Cells:
    """A home at a stage, with the days of the stages that it has passed."""
    cells: Cells = dict.fromkeys((key for key, _heading in COLUMNS), None)
    person = fill_person(rng, cells, village=village, serial=serial)
    source = rng.choices(*_SOURCES)[0]
    cells |= {"number": float(serial + 1), "village": village, "name": person.name, "source": source}
    cells["unit"] = f"{source[:3].strip()}-{serial + 1:06d}"
    cells["work"] = "Pembelian" if source == "FLPP" else rng.choice(("Pembangunan baru", "Peningkatan kualitas"))
    cells["amount"] = float(_AMOUNTS.get(source, 25_000_000))
    if source == "DANA DESA":
        cells |= {"musdes_date": date(2024, 11, 4), "musdes_decree": f"{serial + 1}/MUSDES/2024"}
    _fill_days(rng, cells)
    if point := point_in(village, along=rng.random(), across=rng.random()):
        cells["position"] = f"{point[1]}, {point[0]}"
    return cells


def _fill_days(rng: Random, cells: Cells) -> None:
    stage = rng.choices(*_STAGES)[0]
    day = _FIRST_DAY + timedelta(days=rng.randrange(_LONGEST_WAIT))
    for key in _DAYS[: _STAGES[0].index(stage) + 1]:
        cells[key] = day
        day += timedelta(days=rng.randint(7, _LONGEST_STAGE))
    cells["stage"] = stage


def _handed_over_early(rng: Random, cells: Cells, region: str) -> None:
    cells |= {"finished": None, "handover": cells["finished"], "stage": "Serah terima"}


_DEFECTS: tuple[Defect, ...] = (
    Defect("village_unknown", 0.008, Effect.RETURNED, ("village",), rewrite("village", slips.unused_code)),
    Defect("village_missing", 0.004, Effect.RETURNED, ("village",), set_to("village", None)),
    Defect("village_elsewhere", 0.008, Effect.RETURNED, ("village",), slips.wrong_region),
    Defect("choice_unreadable", 0.006, Effect.RETURNED, ("source",), set_to("source", "LIHAT SK", "?", "bantuan")),
    Defect("handover_before_finished", 0.012, Effect.RETURNED, ("stage", "finished"), _handed_over_early),
    Defect("day_ahead", 0.006, Effect.RETURNED, ("started",), set_to("started", _AHEAD)),
    Defect("stage_empty", 0.004, Effect.RETURNED, ("stage",), set_to("stage", None, "-")),
    Defect("nik_empty", 0.08, Effect.NONE, ("nik",), set_to("nik", None, "-")),
    Defect("nik_15_digits", 0.02, Effect.FLAGGED, ("nik",), rewrite("nik", slips.one_digit_missing)),
    Defect("nik_17_digits", 0.02, Effect.FLAGGED, ("nik",), rewrite("nik", slips.one_digit_more)),
    Defect("nik_exponent", 0.01, Effect.FLAGGED, ("nik",), rewrite("nik", slips.exponent)),
    Defect("nik_lost_digits", 0.03, Effect.FLAGGED, ("nik",), rewrite("nik", slips.lost_digits)),
    Defect("amount_unreadable", 0.01, Effect.FLAGGED, ("amount",), set_to("amount", "sesuai RAB", "lihat SK")),
    Defect("nik_quoted", 0.02, Effect.REPAIRED, ("nik",), rewrite("nik", slips.quoted)),
    Defect("name_blanks", 0.02, Effect.REPAIRED, ("name",), rewrite("name", slips.blanks_around)),
)

FORM = Form(code="rumah", sheet="Rumah", columns=COLUMNS, clean_row=clean_row, defects=_DEFECTS)


def write(path: Path, *, region: str, rows: int, seed: int, truth: Path | None = None) -> None:
    """For a region of any level; see `listing.write` for the truth."""
    listing.write(FORM, path, region=region, rows=rows, seed=seed, truth=truth)


def make(*, region: str, rows: int, seed: int) -> list[SampleRow]:
    return listing.make(FORM, region=region, rows=rows, seed=seed)
