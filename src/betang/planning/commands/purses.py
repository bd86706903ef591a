"""How does an office say which money pays for homes, and how much of it a home gets?"""

from collections.abc import Mapping
from dataclasses import asdict
from uuid import UUID

from django.db import transaction

from betang.accounts.queries import Ability, Acting, require, require_at_work
from betang.journal.domain.records import Value
from betang.journal.kept import VOID
from betang.planning import queries
from betang.planning.commands import saving
from betang.planning.commands.saving import Saved
from betang.planning.domain.fields import BY_NAME, Kind
from betang.planning.domain.known_purses import KnownPurse, known_in
from betang.planning.domain.purses import PurseKey
from betang.register.domain.parsing import FieldsRefused, read_fields

_PURSE = Kind.PURSE
_SAID = frozenset({"name", "unit_value_rupiah", "cap_rupiah", "ceiling_rupiah", "legal_basis", "note"})
_KNOWN_BECAUSE = "Dari daftar ketentuan yang dikenal Betang"


def set_purse(
    acting: Acting,
    *,
    year: int,
    region_code: str,
    source: str,
    values: Mapping[str, object],
    because: str,
    work: str | None = None,
    seen: str | None = None,
) -> UUID:
    """The record's id; `save_purse` tells more."""
    key = {"year": year, "region_code": region_code, "source": source, "work": work}
    return save_purse(acting, key, values, because=because, seen=seen).id


def save_purse(
    acting: Acting, key: Mapping[str, object], values: Mapping[str, object], *, because: str, seen: str | None = None
) -> Saved:
    """Say amounts, name or basis of the money of a year, region, source and kind of work (`key`).

    `seen` and what is raised: as for `save_target`.
    """
    with transaction.atomic():
        asked = _key(key)
        require(acting, Ability.PLAN, asked.region_code)
        require_at_work(acting)
        saving.require_known(values, _SAID)
        said = read_fields(BY_NAME[_PURSE], values)
        existing = queries.purse_id_of(asked)
        if existing is not None:
            return saving.change(
                acting, _PURSE, existing, said, region_code=asked.region_code, because=because, seen=seen
            )
        return saving.make(acting, _PURSE, asdict(asked) | said, region_code=asked.region_code, because=because)


def withdraw_purse(acting: Acting, purse_id: UUID, *, because: str) -> Saved:
    """Take an own purse back that should never have been made; it stays on record and is shown nowhere."""
    with transaction.atomic():
        found = queries.purse(acting, purse_id)
        require(acting, Ability.PLAN, found.region_code)
        saving.require_own(acting, purse_id, found.agency)
        require_at_work(acting)
        void: dict[str, Value] = {"status": VOID}
        return saving.change(acting, _PURSE, purse_id, void, region_code=found.region_code, because=because)


def take_known_purses(acting: Acting, *, year: int) -> int:
    """Enter what law and practice name for a year in the person's region, where nobody has entered it; how many."""
    require(acting, Ability.PLAN, acting.region_code)
    with transaction.atomic():
        known = known_in(acting.region_code, year=year)
        missing = {key: each for key, each in known.items() if queries.purse_id_of(key) is None}
        for key, each in missing.items():
            save_purse(acting, asdict(key), _values(each), because=_KNOWN_BECAUSE)
        return len(missing)


def _values(known: KnownPurse) -> dict[str, object]:
    return {name: getattr(known, name) or None for name in sorted(_SAID)}


def _key(given: Mapping[str, object]) -> PurseKey:
    read = read_fields(BY_NAME[_PURSE], given)
    missing = [name for name in ("year", "region_code", "source") if read.get(name) is None]
    if missing:
        raise FieldsRefused({name: saving.unanswered(BY_NAME[_PURSE][name]) for name in missing})
    work = read.get("work")
    region_code = saving.region_code_of(str(read["region_code"]))
    return PurseKey(int(str(read["year"])), region_code, str(read["source"]), str(work) if work else None)
