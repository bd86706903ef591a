"""Are promises of homes and cases measured by what was reported, and does their evidence check?"""

from datetime import timedelta
from uuid import UUID

import pytest

from betang.coordination import commands, queries
from betang.coordination.domain.commitments import State
from betang.delivery import commands as delivery
from betang.journal.models import CommitRow
from tests.coordination import cast as play
from tests.coordination.cast import NANGA_BUGAU, SENANING, TODAY, YESTERDAY, Cast

LONG_AGO = TODAY - timedelta(days=90)


def test_finished_homes_of_a_source_keep_a_promise(cast: Cast) -> None:
    made = play.promise(cast.maria, metric="RUMAH SELESAI", source="BSPS", filter="")
    _home(cast, "Yakobus", on=YESTERDAY)
    _home(cast, "Ahmad", on=LONG_AGO)
    _home(cast, "Tekla", on=YESTERDAY, source="DAK")
    assert queries.commitment(cast.maria, made).measured == 1

    home = _home(cast, "Lusia", on=TODAY, village=SENANING)
    commands.check_commitments(TODAY)

    assert queries.commitment(cast.maria, made).state is State.KEPT
    assert queries.check_evidence(cast.maria, made).holds
    CommitRow.objects.filter(entity=home).delete()
    assert queries.check_evidence(cast.maria, made).missing == 1


def test_granted_cases_keep_a_promise(cast: Cast) -> None:
    made = play.promise(cast.maria, metric="KASUS TERBIT", source="PBG", filter="")
    for number in ("PBG-1", "PBG-2"):
        _case(cast, number, outcome="TERBIT", decided_date=YESTERDAY)
    _case(cast, "PBG-3")
    commands.check_commitments(TODAY)

    told = queries.commitment(cast.maria, made)
    assert (told.state, told.closed_value) == (State.KEPT, 2)
    assert queries.check_evidence(cast.maria, made).holds


@pytest.mark.parametrize("cases", [1, 3])
def test_a_regency_that_reports_counts_once(cast: Cast, cases: int) -> None:
    made = play.promise(cast.yosef, metric="KABUPATEN MELAPOR", region_code="61", filter="", threshold=1)
    for number in range(cases):
        _case(cast, f"PBG-{number}")
    commands.check_commitments(TODAY)

    told = queries.commitment(cast.yosef, made)
    assert (told.state, told.closed_value) == (State.KEPT, 1)
    assert queries.check_evidence(cast.yosef, made).holds


def _home(cast: Cast, who: str, *, on: object, village: str = NANGA_BUGAU, source: str = "BSPS") -> UUID:
    values = {
        "village_code": village,
        "work": "PENINGKATAN",
        "source": source,
        "stage": "100",
        "finished_date": on,
        "recipient": who,
    }
    return delivery.report_home(cast.maria, values).id


def _case(cast: Cast, number: str, **more: object) -> None:
    days = {"applied_date": YESTERDAY, "complete_date": YESTERDAY}
    said = {"case_kind": "PBG", "case_number": number, "village_code": NANGA_BUGAU, **days, **more}
    delivery.report_case(cast.dewi, said)
