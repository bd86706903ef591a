"""Who says whether two homes that look alike are one?"""

from uuid import UUID

from django.db import transaction

from betang.accounts import recording
from betang.accounts.queries import Ability, Acting, require, require_at_work
from betang.delivery import queries
from betang.delivery.commands.saving import deed_in, keep, require_own
from betang.delivery.domain import reporting
from betang.delivery.domain.fields import BY_NAME, RECORD_TYPES, Kind
from betang.journal.domain.records import Value
from betang.journal.kept import VOID
from betang.kernel.errors import Refusal
from betang.register.domain.parsing import FieldsRefused, read_fields


def judge(acting: Acting, one: UUID, other: UUID, *, verdict: str, reason: str) -> UUID:
    """Decide of two homes, named by their ids, whether they are one; the decision's id.

    Two that were said to be two may be said to be one later; one home is parted by taking its decision back.
    """
    with transaction.atomic():
        first, second = queries.home(acting, one), queries.home(acting, other)
        for home in (first, second):
            require(acting, Ability.DECIDE, home.village_code)
        require_at_work(acting)
        if first.id == second.id:
            raise Refusal("Dua laporan ini sudah dihitung sebagai satu rumah.", code="one_home_already")
        values = read_fields(BY_NAME[Kind.SAMENESS], {"verdict": verdict, "reason": reason})
        if values["verdict"] is None:
            raise FieldsRefused({"verdict": reporting.unanswered(Kind.SAMENESS, "verdict")})
        pair = {"one": min(first.id, second.id), "other": max(first.id, second.id)}
        entity = recording.new_id(acting)
        made = recording.made(RECORD_TYPES[Kind.SAMENESS], entity, values | pair)
        keep(deed_in(acting, first.village_code), [made])
        return entity


def take_back_judgement(acting: Acting, judgement_id: UUID) -> None:
    """Two homes that were decided upon are looked at again."""
    with transaction.atomic():
        found = queries.judgement(acting, judgement_id)
        require(acting, Ability.DECIDE, found.region_code)
        require_own(acting, judgement_id, found.agency)
        require_at_work(acting)
        kind = RECORD_TYPES[Kind.SAMENESS]
        pair: dict[str, Value] = {"status": VOID, "one": found.one, "other": found.other}
        keep(deed_in(acting, found.region_code), [recording.changed(kind, judgement_id, pair)])
