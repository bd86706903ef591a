"""What is a row of a list recognised by, and may it say what it says?"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol

from betang.delivery.domain import cases, reporting, stages
from betang.delivery.domain.fields import Kind
from betang.journal.domain.records import Value
from betang.kernel.errors import Refusal
from betang.kernel.names import normalise

Key = tuple[str, ...]
Problem = tuple[str, str]


class Judge(Protocol):
    """What is wrong with a record as it would be after a row, by field and code."""

    def __call__(
        self,
        whole: Mapping[str, Value],
        *,
        row: Mapping[str, Value],
        before: Mapping[str, Value],
        today: date,
        kind_here: str,
    ) -> Iterator[Problem]: ...


def keys_of_home(said: Mapping[str, Value]) -> list[Key]:
    """The number of the reporter, the NIK with the source; where there is neither, the name and where it is."""
    unit, nik, source = said.get("unit_number"), said.get("nik"), str(said.get("source") or "")
    keys: list[Key] = [("unit", letters(str(unit)))] if unit else []
    if nik and not said.get("nik_doubt"):
        keys.append(("nik", str(nik), source))
    name = normalise(str(said.get("recipient") or ""))
    if not keys and name:
        keys.append(("name", str(said.get("village_code")), source, name, normalise(str(said.get("address") or ""))))
    return keys


def keys_of_case(said: Mapping[str, Value]) -> list[Key]:
    """Its kind and number, in its regency."""
    number = letters(str(said.get("case_number") or ""))
    return [("case", str(said.get("case_kind")), str(said.get("village_code"))[:5], number)] if number else []


def letters(text: str) -> str:
    """A number as it is compared: `PBG-61/05` and `pbg 61 05` are one."""
    return "".join(sign for sign in text.upper() if sign.isalnum())


def _judge_home(
    whole: Mapping[str, Value], *, row: Mapping[str, Value], before: Mapping[str, Value], today: date, kind_here: str
) -> Iterator[Problem]:
    if lacking := reporting.missing(Kind.REALISATION, whole):
        yield from _told(lacking)
        return
    if not keys_of_home(row):
        yield "recipient", "no_identity"
    days = {name: day if isinstance(day := whole.get(name), date) else None for name in stages.DAY_OF.values()}
    stage = str(before["stage"]) if before.get("stage") else None
    refused = stages.refused(stage=str(whole["stage"]), days=days, today=today, before=stage)
    # The days of a stage that goes backwards are those of the stage on record: nothing to correct in them.
    yield from _told({"stage": refused["stage"]} if "stage" in refused else refused)
    musdes = whole.get("musdes_date")
    if isinstance(musdes, date) and musdes > today:
        yield "musdes_date", "day_ahead"


def _judge_case(
    whole: Mapping[str, Value], *, row: Mapping[str, Value], before: Mapping[str, Value], today: date, kind_here: str
) -> Iterator[Problem]:
    if lacking := reporting.missing(Kind.CASE, whole):
        yield from _told(lacking)
    elif whole["case_kind"] != kind_here:
        yield "case_kind", "case_of_another_office"
    else:
        yield from _told(cases.refused(whole, today=today))


def _told(refusals: Mapping[str, Refusal]) -> Iterator[Problem]:
    yield from ((name, refusal.code) for name, refusal in refusals.items())


HOME: Judge = _judge_home
CASE: Judge = _judge_case
