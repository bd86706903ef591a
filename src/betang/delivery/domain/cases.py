"""Can the days and the decision of a permit or tax case be so?"""

from collections.abc import Mapping
from datetime import date

from betang.delivery.domain.fields import BY_NAME, Kind
from betang.journal.domain.records import Value
from betang.kernel.errors import Refusal
from betang.organisation.domain.agencies import AgencyKind

_IN_ORDER = ("applied_date", "complete_date", "decided_date")
WITHDRAWN = "DITARIK"
# Which cases an office of this kind has; no other office reports any.
KIND_OF: Mapping[str, str] = {AgencyKind.PERMITS: "PBG", AgencyKind.REVENUE: "BPHTB"}


def refused(said: Mapping[str, Value], *, today: date) -> dict[str, Refusal]:
    """Why it cannot be so, by the field that is wrong; empty where it can."""
    found: dict[str, Refusal] = {}
    latest: date | None = None
    for name in _IN_ORDER:
        day = said.get(name)
        if not isinstance(day, date):
            continue
        if day > today:
            found[name] = _told("%(label)s belum tiba. Periksa tanggal dan tahunnya.", "day_ahead", name)
        elif latest and day < latest:
            found[name] = _told(
                "%(label)s lebih awal dari langkah sebelumnya. Periksa urutan tanggalnya.", "days_out_of_order", name
            )
        latest = day
    return found | _of_decision(said)


def _of_decision(said: Mapping[str, Value]) -> dict[str, Refusal]:
    outcome, decided = said.get("outcome"), said.get("decided_date")
    if (outcome is None) == (decided is None):
        return {}
    name = "outcome" if outcome is None else "decided_date"
    return {name: _told("%(label)s belum diisi: putusan dan tanggalnya diisi bersama.", "decision_in_half", name)}


def _told(template: str, code: str, name: str) -> Refusal:
    return Refusal(template, code=code, label=BY_NAME[Kind.CASE][name].label)
