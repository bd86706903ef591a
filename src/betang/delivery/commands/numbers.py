"""How does an office tell how many homes there are, without a list?"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from betang.accounts import recording
from betang.accounts.queries import Ability, Acting, require, require_at_work
from betang.delivery import queries
from betang.delivery.commands.saving import deed_in, keep, place, require_own, today
from betang.delivery.domain import reporting
from betang.delivery.domain.fields import BY_NAME, RECORD_TYPES, Kind
from betang.journal.kept import VOID
from betang.kernel.errors import Refusal
from betang.register.domain.parsing import FieldsRefused, read_fields


def report_number(acting: Acting, values: Mapping[str, object]) -> UUID:
    """Take a monthly number without a list: shown beside what is known home by home, never added to it."""
    kind = Kind.AGGREGATE
    with transaction.atomic():
        require(acting, Ability.REPORT_HOMES, acting.region_code)
        require_at_work(acting)
        reporting.raise_if(reporting.strange(kind, values))
        said = read_fields(BY_NAME[kind], values)
        reporting.raise_if(reporting.missing(kind, said))
        where = place(acting, str(said["region_code"]), kind=kind, name="region_code", villages_only=False)
        month = said["month"]
        assert isinstance(month, date)  # the field is one of days
        if month > today():
            raise FieldsRefused({"month": Refusal("Bulan ini belum tiba. Periksa tahunnya.", code="day_ahead")})
        said |= {"region_code": where, "month": month.replace(day=1)}
        entity = recording.new_id(acting)
        keep(deed_in(acting, where), [recording.made(RECORD_TYPES[kind], entity, said)])
        return entity


def withdraw_number(acting: Acting, number_id: UUID, *, because: str) -> None:
    """Take an own monthly number back."""
    with transaction.atomic():
        number = queries.number(acting, number_id)
        require(acting, Ability.REPORT_HOMES, number.region_code)
        require_at_work(acting)
        require_own(acting, number_id, number.agency)
        change = recording.changed(RECORD_TYPES[Kind.AGGREGATE], number_id, {"status": VOID})
        keep(deed_in(acting, number.region_code, because), [change])
