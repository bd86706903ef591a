"""How is a photo of a home kept?"""

from datetime import date
from uuid import UUID

from django.db import transaction

from betang.accounts import recording
from betang.accounts.queries import Ability, Acting, require, require_at_work
from betang.delivery import queries
from betang.delivery.commands.saving import deed_in, keep, today
from betang.delivery.domain import reporting
from betang.delivery.domain.fields import BY_NAME, RECORD_TYPES, Kind
from betang.journal import blobs
from betang.journal.domain.file_kinds import PHOTOS
from betang.kernel.errors import Refusal
from betang.register.domain.parsing import FieldsRefused, read_fields


def add_photo(
    acting: Acting, report_id: UUID, *, stage: str, content: bytes, taken_date: date | None, caption: str
) -> UUID:
    """Keep a photo of a home at a stage; its id."""
    with transaction.atomic():
        report = queries.report(acting, report_id)
        require(acting, Ability.REPORT_HOMES, report.village_code)
        require_at_work(acting)
        values = read_fields(BY_NAME[Kind.PHOTO], {"stage": stage, "caption": caption})
        if values["stage"] is None:
            raise FieldsRefused({"stage": reporting.unanswered(Kind.PHOTO, "stage")})
        if taken_date and taken_date > today():
            ahead = Refusal("Tanggal foto belum tiba. Periksa tahunnya.", code="day_ahead")
            raise FieldsRefused({"taken_date": ahead})
        values |= {"realisation": report_id, "taken_date": taken_date, "file": blobs.keep(content, allowed=PHOTOS)}
        entity = recording.new_id(acting)
        keep(deed_in(acting, report.village_code), [recording.made(RECORD_TYPES[Kind.PHOTO], entity, values)])
        return entity
