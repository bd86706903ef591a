"""Do two registers show the same, whatever their ids, keys and clocks?"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from betang.journal.domain.records import FieldType, Value
from betang.register.domain.fields import FIELDS, Kind

Plain: TypeAlias = Mapping[str, object]


def plain(kind: Kind, values: Mapping[str, Value]) -> dict[str, object]:
    """What is shown of a record, by name: fields that have a value, no ids; sealed numbers are opened before."""
    kept = (each.name for each in FIELDS[kind] if each.type is not FieldType.ENTITY)
    return {name: _plain_value(values[name]) for name in kept if values.get(name) is not None}


def _plain_value(value: Value) -> object:
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return value.isoformat() if isinstance(value, date) else value


def card(
    *, family: Plain, house: Plain, head: Plain, members: Iterable[Plain], visits: Iterable[Plain], aid: Iterable[Plain]
) -> bytes:
    """The leaf of one family: a hash of its whole card, in which lists have no order."""
    return _leaf(
        {
            "family": family,
            "house": house,
            "head": head,
            "members": _ordered(members),
            "visits": _ordered(visits),
            "aid": _ordered(aid),
        }
    )


def empty_house(*, house: Plain, visits: Iterable[Plain]) -> bytes:
    """The leaf of a house in which no family is known to live."""
    return _leaf({"house": house, "visits": _ordered(visits)})


def combined(leaves: Iterable[bytes]) -> str:
    """One hash of many leaves, in whatever order they come."""
    return hashlib.sha256(b"".join(sorted(leaves))).hexdigest()


def combined_regions(regions: Mapping[str, str]) -> str:
    return hashlib.sha256(_canonical(regions)).hexdigest()


def _ordered(records: Iterable[Plain]) -> list[Plain]:
    return sorted(records, key=_canonical)


def _leaf(content: object) -> bytes:
    return hashlib.sha256(_canonical(content)).digest()


def _canonical(content: object) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
