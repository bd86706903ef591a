"""Which record of this office is a row about?

Found through the keys under which homes are found (`commands.keys`), so that no name or number stands in the clear.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from betang.accounts.queries import Acting
from betang.delivery.commands import keys
from betang.delivery.domain.fields import RECORD_TYPES, Kind
from betang.delivery.domain.list_rows import letters
from betang.delivery.models import Case, HomeKey, Realisation
from betang.journal import keyring
from betang.journal.domain.records import Value
from betang.journal.kept import VOID, values_of
from betang.kernel.names import normalise

_AT_ONCE = 400
_KEY_LETTERS = 60  # of `Realisation.unit_key`
Said = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Found:
    """A record as it stands."""

    id: UUID
    partition: str
    values: Mapping[str, Value]


def homes(acting: Acting, said: Sequence[Said]) -> list[Found | None]:
    """For each row the report of this office with its unit number, else with its NIK and source, else with its name."""
    tags = [_tags_of_home(values) for values in said]
    near = _under({tag for each in tags for tag in each})
    own = Realisation.objects.filter(agency_id=acting.agency_id).exclude(status=VOID)
    units = {str(values["unit_number"])[:_KEY_LETTERS] for values in said if values.get("unit_number")}
    rows = {row.id: row for row in own.filter(unit_key__in=units).order_by("id")}
    for ids in _turns({record for records in near.values() for record in records}):
        rows |= {row.id: row for row in own.filter(pk__in=ids).order_by("id")}
    by_unit: dict[str, Realisation] = {}
    for row in rows.values():
        by_unit.setdefault(letters(row.unit_number or ""), row)
    return [
        _home(values, by_unit, [rows[record] for tag in each for record in near.get(tag, ()) if record in rows])
        for values, each in zip(said, tags, strict=True)
    ]


def _home(values: Said, by_unit: Mapping[str, Realisation], near: Iterable[Realisation]) -> Found | None:
    unit = letters(str(values.get("unit_number") or ""))
    if unit and unit in by_unit:
        return _found(by_unit[unit], Kind.REALISATION)
    for row in near:
        if row.source != values.get("source") or (unit and row.unit_number):
            continue
        if (values.get("nik") and not values.get("nik_doubt")) or _is_alike(row, values):
            return _found(row, Kind.REALISATION)
    return None


def _is_alike(row: Realisation, values: Said) -> bool:
    """By name only where nothing better is known of either, and the address is the same."""
    same = normalise(row.address or "") == normalise(str(values.get("address") or ""))
    return same and not row.unit_number and (row.nik is None or bool(row.nik_doubt))


def _tags_of_home(values: Said) -> list[bytes]:
    nik = values.get("nik")
    if nik and not values.get("nik_doubt"):
        return list(keys.certain(Realisation(nik=keyring.seal_number(str(nik)).to_bytes())))
    if values.get("unit_number") or not values.get("recipient"):
        return []
    seen = Realisation(
        village_code=_text(values, "village_code"), work=_text(values, "work"), recipient=_text(values, "recipient")
    )
    return list(keys.alike(keys.look_of(seen)))


def cases(acting: Acting, said: Sequence[Said]) -> list[Found | None]:
    """For each row the case of this office and kind with its number, in its regency."""
    tags = [list(keys.certain(_as_case(values))) for values in said]
    near = _under({tag for each in tags for tag in each})
    own = Case.objects.filter(agency_id=acting.agency_id).exclude(status=VOID)
    rows: dict[UUID, Case] = {}
    for ids in _turns({record for records in near.values() for record in records}):
        rows |= {row.id: row for row in own.filter(pk__in=ids).order_by("id")}
    found: list[Found | None] = []
    for values, each in zip(said, tags, strict=True):
        here = (rows[record] for tag in each for record in near.get(tag, ()) if record in rows)
        same = next((row for row in here if row.case_kind == values.get("case_kind")), None)
        found.append(_found(same, Kind.CASE) if same else None)
    return found


def _as_case(values: Said) -> Case:
    return Case(case_number=_text(values, "case_number"), village_code=_text(values, "village_code"))


def _text(values: Said, name: str) -> str:
    return str(values.get(name) or "")


def reports_by_unit(said: Sequence[Said]) -> dict[tuple[str, str], list[UUID]]:
    """Every report of a village under a number, whoever gave it."""
    units = {str(values["unit_number"]) for values in said if values.get("unit_number")}
    villages = {str(values["village_code"]) for values in said}
    found: dict[tuple[str, str], list[UUID]] = {}
    if units:
        rows = Realisation.objects.filter(unit_number__in=units, village_code__in=villages).exclude(status=VOID)
        for record, village, unit in rows.order_by("id").values_list("id", "village_code", "unit_number"):
            found.setdefault((str(village), str(unit)), []).append(record)
    return found


def _under(tags: set[bytes]) -> dict[bytes, list[UUID]]:
    found: dict[bytes, list[UUID]] = {}
    for some in _turns(tags):
        for record, key in HomeKey.objects.filter(key__in=some).order_by("record").values_list("record", "key"):
            found.setdefault(bytes(key), []).append(record)
    return found


def _found(row: Realisation | Case, kind: Kind) -> Found:
    fields: dict[str, Any] = {spec.name: getattr(row, spec.name) for spec in RECORD_TYPES[kind].fields}
    return Found(row.id, row.partition, values_of(RECORD_TYPES[kind], fields))


def _turns(values: Iterable[Any]) -> Iterable[list[Any]]:  # Any: ids or keys
    wanted = list(values)
    return (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))
