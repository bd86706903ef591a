"""What does a sample list of building approvals look like, as a permits office would send it?

Of BPHTB stands in it only what strayed there: a row of another office goes back. The shares are guesses.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

from betang.intake.samples import listing, slips
from betang.intake.samples.houses import Cells, fill_person
from betang.intake.samples.listing import Form, SampleRow
from betang.intake.samples.spoiling import Defect, Effect, rewrite, set_to

COLUMNS: tuple[tuple[str, str], ...] = (
    ("number", "NO"),
    ("case_kind", "JENIS"),
    ("case_number", "NOMOR KASUS"),
    ("village", "KODE DESA"),
    ("name", "NAMA PEMOHON"),
    ("nik", "NIK PEMOHON"),
    ("address", "ALAMAT RUMAH"),
    ("applied", "TANGGAL DIAJUKAN"),
    ("complete", "TANGGAL BERKAS LENGKAP"),
    ("decided", "TANGGAL DIPUTUSKAN"),
    ("outcome", "PUTUSAN"),
    ("unit", "NOMOR UNIT RUMAH"),
    ("tax_object", "NOP"),
    ("charge", "RETRIBUSI"),
)
_FIRST_DAY, _LONGEST_WAIT = date(2025, 2, 3), 120
_AHEAD = date(2199, 6, 1)


def clean_row(rng: Random, *, village: str, serial: int) -> Cells:
    """A case from its application to its decision, if there is one yet."""
    cells: Cells = dict.fromkeys((key for key, _heading in COLUMNS), None)
    person = fill_person(rng, cells, village=village, serial=serial)
    cells |= {"number": float(serial + 1), "case_kind": "PBG", "village": village, "name": person.name}
    cells["case_number"] = f"PBG-{village[:8].replace('.', '')}-{serial + 1:06d}"
    cells["charge"] = 0.0  # free for those whose homes the three million are for
    day = _FIRST_DAY + timedelta(days=rng.randrange(_LONGEST_WAIT))
    cells["applied"] = day
    if rng.random() < 0.85:
        day += timedelta(days=rng.randint(0, 10))
        cells["complete"] = day
        if rng.random() < 0.75:
            cells["decided"] = day + timedelta(days=rng.randint(1, 25))
            cells["outcome"] = rng.choices(("Terbit", "Ditolak", "Ditarik"), (92, 5, 3))[0]
    return cells


_DEFECTS: tuple[Defect, ...] = (
    Defect("village_unknown", 0.008, Effect.RETURNED, ("village",), rewrite("village", slips.unused_code)),
    Defect("village_missing", 0.004, Effect.RETURNED, ("village",), set_to("village", None)),
    Defect("village_elsewhere", 0.008, Effect.RETURNED, ("village",), slips.wrong_region),
    Defect("of_another_office", 0.01, Effect.RETURNED, ("case_kind",), set_to("case_kind", "BPHTB")),
    Defect("decision_in_half", 0.008, Effect.RETURNED, ("outcome",), set_to("outcome", None)),
    Defect("day_ahead", 0.006, Effect.RETURNED, ("applied",), set_to("applied", _AHEAD)),
    Defect("case_number_missing", 0.004, Effect.RETURNED, ("case_number",), set_to("case_number", None, "-")),
    Defect("nik_empty", 0.06, Effect.NONE, ("nik",), set_to("nik", None, "-")),
    Defect("nik_15_digits", 0.02, Effect.FLAGGED, ("nik",), rewrite("nik", slips.one_digit_missing)),
    Defect("nik_17_digits", 0.02, Effect.FLAGGED, ("nik",), rewrite("nik", slips.one_digit_more)),
    Defect("nik_lost_digits", 0.03, Effect.FLAGGED, ("nik",), rewrite("nik", slips.lost_digits)),
    Defect("unit_not_found", 0.03, Effect.FLAGGED, ("name",), set_to("unit", "BELUM-ADA")),
    Defect("nik_quoted", 0.02, Effect.REPAIRED, ("nik",), rewrite("nik", slips.quoted)),
)

FORM = Form(code="kasus", sheet="Kasus", columns=COLUMNS, clean_row=clean_row, defects=_DEFECTS)


def write(path: Path, *, region: str, rows: int, seed: int, truth: Path | None = None) -> None:
    """For a region of any level; see `listing.write` for the truth."""
    listing.write(FORM, path, region=region, rows=rows, seed=seed, truth=truth)


def make(*, region: str, rows: int, seed: int) -> list[SampleRow]:
    return listing.make(FORM, region=region, rows=rows, seed=seed)
