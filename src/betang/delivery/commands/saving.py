"""How does what an office says of a home come on record, and the homes with it?"""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from betang.accounts import recording
from betang.accounts.queries import Acting
from betang.accounts.recording import Deed
from betang.delivery.commands import rehoming
from betang.delivery.domain.fields import BY_NAME, RECORD_TYPES, Kind
from betang.delivery.records import TABLES
from betang.journal import queries as journal
from betang.journal.commands import Change, Outcome
from betang.journal.domain.commits import CommitId
from betang.journal.domain.records import Value
from betang.kernel.errors import NotAllowed, Refusal
from betang.organisation import queries as organisation
from betang.register.domain.parsing import DOUBT_OF, FieldsRefused

Seen = Mapping[str, Sequence[CommitId]]
_ABOUT_HOMES = {Kind.REALISATION, Kind.CASE, Kind.SAMENESS}


def keep(deed: Deed, changes: Sequence[Change]) -> list[Outcome]:
    """Record the changes and count the homes anew that they have to do with; an outcome for each, in their order."""
    with transaction.atomic():
        rehoming.alone()
        outcomes = recording.write(deed, changes, tables=TABLES)
        rehoming.rehome(_touched(changes))
        return outcomes


def _touched(changes: Sequence[Change]) -> set[UUID]:
    """The reports and cases that the changes are about; of a judgement the two it judges."""
    touched: set[UUID] = set()
    for change in changes:
        if change.kind.code == Kind.SAMENESS:
            touched |= {value for value in change.values.values() if isinstance(value, UUID)}
        elif change.kind.code in _ABOUT_HOMES:
            touched.add(change.entity)
    return touched


def deed_in(acting: Acting, region_code: str, because: str = "") -> Deed:
    """A deed in a region; homes and cases travel by regency."""
    return Deed(acting, region_code, region_code[:5], because)


def differing(kind: Kind, entity: UUID, values: Mapping[str, Value], seen: str | None) -> Change:
    """A change of the fields that differ from what the form showed; raises `Refusal` when none does.

    A number goes with its doubt.
    """
    shown = _shown(entity) if seen is None else journal.read_seen(seen, entity=entity)
    before = journal.values_seen(RECORD_TYPES[kind], shown)
    numbers = {doubt: number for number, (doubt, _) in DOUBT_OF.items()}
    changed = {name: value for name, value in values.items() if value != before.get(numbers.get(name, name))}
    changed = {name: value for name, value in changed.items() if name not in numbers or numbers[name] in changed}
    if not changed:
        raise Refusal("Tidak ada isian yang berubah, jadi tidak ada yang disimpan.", code="nothing_changed")
    return recording.changed(RECORD_TYPES[kind], entity, changed, seen=shown)


def _shown(entity: UUID) -> Seen:
    return {name: (head.commit,) for name, head in journal.shown_heads([entity]).get(entity, {}).items()}


def today() -> date:
    return timezone.localdate()


def place(acting: Acting, text: str, *, kind: Kind, name: str = "village_code", villages_only: bool = True) -> str:
    """The code of a known village, or of any region, inside the person's own. Raises `FieldsRefused`."""
    try:
        code = organisation.resolve(text).code
        if villages_only and len(code) != len("61.05.19.2001"):
            raise Refusal(
                "%(label)s bukan kode desa atau kelurahan. Pilih desanya, misalnya 61.05.19.2001.",
                code="not_a_village",
                label=BY_NAME[kind][name].label,
            )
        if not acting.covers(code):
            raise Refusal(
                "Wilayah %(region)s di luar wilayah tugas Anda. Hubungi kantor yang membawahinya.",
                code="region_not_covered",
                region=code,
            )
    except Refusal as refused:
        raise FieldsRefused({name: refused}) from None
    return code


def require_own(acting: Acting, record: UUID, agency: str) -> None:
    """Raise `NotAllowed` unless the person's agency made the record."""
    if not acting.made(record):
        raise NotAllowed(
            "Laporan ini milik %(agency)s, jadi hanya kantor itu yang dapat membatalkannya.",
            code="not_the_reporter",
            agency=agency,
        )
