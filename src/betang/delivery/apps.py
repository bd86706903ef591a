"""Wiring of delivery: its record types are handed to the journal, its lists to intake."""

from django.apps import AppConfig
from django.utils.module_loading import import_string

from betang.accounts.domain.roles import Ability
from betang.delivery.domain.fields import RECORD_TYPES
from betang.delivery.domain.list_rows import keys_of_case, keys_of_home
from betang.delivery.workbooks.cases import CASES
from betang.delivery.workbooks.homes import HOMES
from betang.delivery.workbooks.sheets import Sheet
from betang.intake.workbooks import Deeds, Heading, OwnColumn, Reads, Workbook, register
from betang.journal.domain.records import enroll


class DeliveryConfig(AppConfig):
    name = "betang.delivery"
    label = "delivery"

    def ready(self) -> None:
        for record_type in RECORD_TYPES.values():
            enroll(record_type)
        # Django reads this file before any room has its tables, so the deeds are named here and fetched only now.
        back = {
            name: import_string(f"betang.delivery.commands.taking_back.{name}")
            for name in ("look_back", "take_back", "stands", "around", "villages")
        }
        homes = Deeds(take=import_string("betang.delivery.commands.taking_in.take_homes"), keys=keys_of_home, **back)
        cases = Deeds(take=import_string("betang.delivery.commands.taking_in.take_cases"), keys=keys_of_case, **back)
        register(_workbook(HOMES, Ability.REPORT_HOMES, homes))
        register(_workbook(CASES, Ability.REPORT_CASES, cases))


def _workbook(sheet: Sheet, ability: Ability, deeds: Deeds) -> Workbook:
    return Workbook(
        code=sheet.code,
        name=sheet.name,
        headings=tuple(Heading(*each) for each in sheet.headings),
        shared=sheet.shared,
        own=tuple(OwnColumn(each.key, each.label, each.field, Reads(each.reads), each.codes) for each in sheet.own),
        needs=sheet.needs,
        ability=ability,
        returns=sheet.returns,
        flags=sheet.flags,
        deeds=deeds,
    )
