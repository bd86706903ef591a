"""How does an office say how many homes a region is to get?"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import PurePosixPath
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from betang.accounts.queries import Ability, Acting, require, require_at_work
from betang.journal import blobs
from betang.journal.domain.commits import CommitId
from betang.journal.domain.file_kinds import PAPERS
from betang.journal.domain.records import Value
from betang.journal.kept import VOID
from betang.kernel.errors import Refusal
from betang.planning import queries
from betang.planning.commands import saving
from betang.planning.commands.saving import Saved
from betang.planning.domain.fields import BY_NAME, Kind
from betang.planning.domain.targets import NUMBERS, TargetKey
from betang.register.domain.parsing import FieldsRefused, read_fields

_SAID = frozenset({*NUMBERS, "decree", "decree_date", "note"})  # what a form or a command may say of a target
_LONGEST_NAME = 120
_TARGET = Kind.TARGET
Decree = tuple[str, bytes]  # name and content of the file


def set_target(
    acting: Acting,
    *,
    year: int,
    region_code: str,
    source: str,
    values: Mapping[str, object],
    because: str,
    seen: str | None = None,
    decree: Decree | None = None,
) -> UUID:
    """The record's id; `save_target` tells more."""
    key = {"year": year, "region_code": region_code, "source": source}
    return save_target(acting, key, values, because=because, seen=seen, decree=decree).id


def save_target(
    acting: Acting,
    key: Mapping[str, object],
    values: Mapping[str, object],
    *,
    because: str,
    seen: str | None = None,
    decree: Decree | None = None,
) -> Saved:
    """Say numbers, decree or note of the target of a year, region and source (`key`), whoever made its record.

    Only the fields given are said. `seen`: the note of a form (empty for one of a target that was not there); None for
    what is shown now. Raises `FieldsRefused`, `NotAllowed` outside the person's region, `Malformed` for a file that is
    none, and `Refusal` when nothing differs. Villages that sum to more than their kabupaten are taken, and marked.
    """
    with transaction.atomic():
        asked = _key(key)
        require(acting, Ability.PLAN, asked.region_code)
        today = timezone.localdate()
        require_at_work(acting)
        said = _said(values, today=today) | (_kept(decree) if decree else {})
        existing = queries.target_id_of(asked)
        if existing is not None:
            return saving.change(
                acting, _TARGET, existing, said, region_code=asked.region_code, because=because, seen=seen
            )
        if all(said.get(name) is None for name in NUMBERS):
            raise FieldsRefused({"agreed_homes": Refusal("Isi sedikitnya satu angka target.", code="no_number")})
        return saving.make(acting, _TARGET, asdict(asked) | said, region_code=asked.region_code, because=because)


def decide(acting: Acting, target_id: UUID, *, field: str, take: CommitId, seen: str) -> None:
    """Take one of the values that stand side by side on a field (`seen`: `journal.queries.seen_all`).

    Raises `NotAllowed` below the rank of the strongest of them, `Conflict` if the value taken is not among those seen.
    """
    with transaction.atomic():
        found = queries.target(acting, target_id)
        require(acting, Ability.PLAN, found.region_code)
        require_at_work(acting)
        saving.decide(acting, _TARGET, target_id, field=field, take=take, seen=seen, region_code=found.region_code)


def withdraw_target(acting: Acting, target_id: UUID, *, because: str) -> Saved:
    """Take a target back that should never have been made; it stays on record and is shown nowhere.

    Only the agency that made it may.
    """
    with transaction.atomic():
        found = queries.target(acting, target_id)
        require(acting, Ability.PLAN, found.region_code)
        saving.require_own(acting, target_id, found.agency)
        require_at_work(acting)
        void: dict[str, Value] = {"status": VOID}
        return saving.change(acting, _TARGET, target_id, void, region_code=found.region_code, because=because)


def _key(given: Mapping[str, object]) -> TargetKey:
    read = read_fields(BY_NAME[_TARGET], given)
    missing = [name for name in ("year", "region_code", "source") if read.get(name) is None]
    if missing:
        raise FieldsRefused({name: saving.unanswered(BY_NAME[_TARGET][name]) for name in missing})
    return TargetKey(int(str(read["year"])), saving.region_code_of(str(read["region_code"])), str(read["source"]))


def _said(given: Mapping[str, object], *, today: date) -> dict[str, Value]:
    saving.require_known(given, _SAID)
    read = read_fields(BY_NAME[_TARGET], given)
    signed = read.get("decree_date")
    if isinstance(signed, date) and signed > today:
        raise FieldsRefused({"decree_date": saving.not_yet(BY_NAME[_TARGET]["decree_date"])})
    return read


def _kept(decree: Decree) -> dict[str, Value]:
    """The file rests by its content; of its name only the last part is kept."""
    name, content = decree
    bare = "".join(letter for letter in PurePosixPath(name.replace("\\", "/")).name if letter.isprintable())
    return {"decree_file": blobs.keep(content, allowed=PAPERS), "decree_file_name": bare[-_LONGEST_NAME:] or "SK"}
