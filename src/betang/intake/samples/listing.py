"""How is a sample list of any form made, with the truth about each of its rows?"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import SequenceMatcher
from pathlib import Path
from random import Random
from typing import Protocol

from betang.intake.samples import spoiling, workbook
from betang.intake.samples.houses import Cells
from betang.intake.samples.places import villages_within
from betang.intake.samples.spoiling import Defect, Effect
from betang.kernel.ids import derived_id

_FIRST_ROW = 2  # Excel's row of the first family: the headings are in row 1

# Shares of rows that come back to a family that stood higher up. B has half of its rows so, but over many letters;
# in one file an officer looks through, far fewer. Its mix of kinds is kept: mostly the same, some spelt otherwise.
_ROW_TWICE, _SPELT_OTHERWISE, _NIK_OF_ANOTHER = 0.012, 0.003, 0.001
_CANDIDATES_KEPT = 500


class CleanRow(Protocol):
    """Fills a row as the form asks for it; `serial` keeps two families apart."""

    def __call__(self, rng: Random, *, village: str, serial: int) -> Cells: ...


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of list. `columns` are our keys with the headings as its makers wrote them, in the order of the sheet.

    `as_written` turns what a row says into what its makers put into the cells; `always_repaired`: that has to be put
    right in every row.
    """

    code: str
    sheet: str
    columns: tuple[tuple[str, str], ...]
    clean_row: CleanRow
    defects: tuple[Defect, ...]
    as_written: Callable[[Cells], Cells] = dict
    always_repaired: bool = False

    def by_heading(self, cells: Cells) -> dict[str, object]:
        written = self.as_written(cells)
        return {heading: written[key] for key, heading in self.columns}


@dataclass(frozen=True, slots=True)
class SampleRow:
    cells: Cells
    family_uid: str
    outcome: str
    flagged: bool
    repaired: bool
    defects: tuple[str, ...]


def write(form: Form, path: Path, *, region: str, rows: int, seed: int, truth: Path | None = None) -> None:
    """A workbook of the form, and beside it what the intake should say of each row.

    Truth is a line of JSON for each row: `row` (as Excel counts), `family_uid`, `outcome` (accepted, updated,
    unchanged, returned), `flagged`, `repaired`, `defects`.
    """
    made = make(form, region=region, rows=rows, seed=seed)
    lines: Iterable[dict[str, object]] = (form.by_heading(row.cells) for row in made)
    if not made:  # the writer takes the headings from the first row; a blank one is none
        lines = [{heading: None for _key, heading in form.columns}]
    workbook.write(path, sheet=form.sheet, rows=lines)
    if truth is not None:
        truth.write_text("".join(_truth_line(place, row) for place, row in enumerate(made)), encoding="utf-8")


def make(form: Form, *, region: str, rows: int, seed: int) -> list[SampleRow]:
    """The rows in the order of the file; the same seed gives the same rows."""
    rng = Random(f"{region}/{seed}")
    made = list(_listed(form, rng, region=region, rows=rows))
    _share_numbers(rng, made)
    return made


def _listed(form: Form, rng: Random, *, region: str, rows: int) -> Iterator[SampleRow]:
    villages = _some_villages(rng, region, rows)
    sound: list[SampleRow] = []
    for serial in range(rows):
        again = _again(rng, sound, serial=serial)
        row = again or _new_family(form, rng, village=villages[serial], region=region, serial=serial)
        if again is None and row.outcome == "accepted" and not row.flagged:
            sound = [*sound[-_CANDIDATES_KEPT:], row]
        yield row


def _some_villages(rng: Random, region: str, rows: int) -> list[str]:
    """Like a real list: some villages send many rows, some none."""
    known = villages_within(region)
    chosen = rng.sample(known, max(1, min(len(known), rows // 8)))
    return rng.choices(chosen, [rng.expovariate(1.0) + 0.1 for _ in chosen], k=rows)


def _new_family(form: Form, rng: Random, *, village: str, region: str, serial: int) -> SampleRow:
    cells = form.clean_row(rng, village=village, serial=serial)
    applied = spoiling.apply(form.defects, rng, cells, region=region)
    effects = {defect.effect for defect in applied}
    returned = Effect.RETURNED in effects
    return SampleRow(
        cells=cells,
        family_uid=derived_id("sample", region, str(serial), village).hex,
        outcome="returned" if returned else "accepted",
        flagged=Effect.FLAGGED in effects and not returned,
        repaired=(form.always_repaired or Effect.REPAIRED in effects) and not returned,
        defects=tuple(defect.code for defect in applied),
    )


def _again(rng: Random, sound: list[SampleRow], *, serial: int) -> SampleRow | None:
    """Now and then a family that was listed before is listed once more."""
    draw = rng.random()
    if not sound or draw >= _ROW_TWICE + _SPELT_OTHERWISE:
        return None
    first = sound.pop(rng.randrange(len(sound)))
    day = first.cells.get("surveyed")
    cells = first.cells | {"number": float(serial + 1)}
    if draw < _ROW_TWICE or not isinstance(day, date):
        return replace(first, cells=cells, outcome="unchanged", defects=("row_twice", *first.defects))
    cells |= {"name": _spelt_otherwise(str(cells["name"])), "surveyed": day + timedelta(days=90)}
    return replace(first, cells=cells, outcome="updated", defects=("spelt_otherwise", *first.defects))


def _spelt_otherwise(name: str) -> str:
    """Hasana for Hasanah, Sutonoh for Sutono."""
    first = name.split()[0]
    other = first[:-1] if first[-1] in "hH" else first + ("H" if first.isupper() else "h")
    return name.replace(first, other, 1)


def _share_numbers(rng: Random, rows: list[SampleRow]) -> None:
    """Two unlike people under one NIK: neither is taken for the other, and both need a look."""
    once = Counter(row.family_uid for row in rows)
    sound = [place for place, row in enumerate(rows) if _is_sound(row) and once[row.family_uid] == 1]
    for _ in range(round(len(rows) * _NIK_OF_ANOTHER)):
        if len(sound) < 2:
            return
        one, other = (sound.pop(rng.randrange(len(sound))) for _ in range(2))
        if _are_unlike(rows[one], rows[other]):
            rows[other] = replace(rows[other], cells=rows[other].cells | {"nik": rows[one].cells["nik"]})
            for place in (one, other):
                rows[place] = replace(rows[place], flagged=True, defects=(*rows[place].defects, "nik_shared"))


def _is_sound(row: SampleRow) -> bool:
    return row.outcome == "accepted" and not row.flagged and not row.defects


def _are_unlike(one: SampleRow, other: SampleRow) -> bool:
    names = (str(one.cells["name"]).upper().split()[0], str(other.cells["name"]).upper().split()[0])
    return SequenceMatcher(None, *names).ratio() < 0.4


def _truth_line(place: int, row: SampleRow) -> str:
    truth = {
        "row": place + _FIRST_ROW,
        "family_uid": row.family_uid,
        "outcome": row.outcome,
        "flagged": row.flagged,
        "repaired": row.repaired,
        "defects": list(row.defects),
    }
    return json.dumps(truth) + "\n"
