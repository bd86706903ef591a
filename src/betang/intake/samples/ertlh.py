"""What does a sample of the 42-column e-RTLH import sheet look like?"""

from __future__ import annotations

from pathlib import Path

from betang.intake.samples import listing
from betang.intake.samples.defects import DEFECTS
from betang.intake.samples.houses import clean_row
from betang.intake.samples.listing import Form, SampleRow
from betang.intake.samples.sheet import COLUMNS

FORM = Form(code="ertlh", sheet="RTLH", columns=COLUMNS, clean_row=clean_row, defects=DEFECTS)


def write(path: Path, *, region: str, rows: int, seed: int, truth: Path | None = None) -> None:
    """For a region of any level; see `listing.write` for the truth."""
    listing.write(FORM, path, region=region, rows=rows, seed=seed, truth=truth)


def make(*, region: str, rows: int, seed: int) -> list[SampleRow]:
    return listing.make(FORM, region=region, rows=rows, seed=seed)
