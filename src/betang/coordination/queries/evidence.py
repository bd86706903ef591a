"""Does the frozen evidence of a closed promise still hold against the journal?"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.utils import timezone

from betang.accounts.queries import Acting
from betang.coordination.domain import evidence as frozen
from betang.coordination.domain.evidence import Counted, Evidence
from betang.coordination.domain.metrics import CASES, FAMILIES, HOMES, MEASURES, REGENCIES, VILLAGES, details
from betang.coordination.queries import promised
from betang.coordination.queries.measuring import Promise
from betang.coordination.queries.views import EvidenceCheck
from betang.delivery import queries as delivery
from betang.delivery.domain.fields import RECORD_TYPES as delivery_types
from betang.delivery.domain.fields import Kind as DeliveryKind
from betang.delivery.queries.finished import finished_reports
from betang.journal import blobs
from betang.journal import queries as journal
from betang.journal.domain.clock import moment
from betang.journal.domain.commits import Commit
from betang.journal.domain.records import RecordType
from betang.kernel.errors import Refusal
from betang.register.domain.fields import Kind as RegisterKind
from betang.register.domain.record_types import RECORD_TYPES as register_types
from betang.register.queries import assessed as register_assessed

_REGENCY = 5  # letters of a regency's code


def check_evidence(acting: Acting, commitment_id: UUID) -> EvidenceCheck:
    """The file is what its name says, every commit that it names is in the journal and says so, and they are as many as
    the figure."""
    row = promised.row_seen(acting, commitment_id)
    try:
        found = _read(row["evidence"])
    except Refusal as unknown:
        return EvidenceCheck(False, row["closed_value"], row["closed_date"], 0, 0, 0, 0, unknown)
    missing, other = _judged(found)
    counted = frozen.things(found.counted)
    is_same = found.commitment == commitment_id and found.value == row["closed_value"] == counted
    confirmed = len(found.counted) - missing - other
    return EvidenceCheck(
        holds=is_same and not missing and not other and found.value >= found.threshold,
        value=found.value,
        as_of=found.as_of,
        counted=counted,
        confirmed=confirmed,
        missing=missing,
        other=other,
    )


def evidence_of(commitment_id: UUID, promise: Promise, *, due: date | None, today: date) -> Evidence:
    """What a promise is closed with today; the figure is the number of things that are named."""
    counted = COUNTED[promise.metric](promise, today)
    return Evidence(
        commitment=commitment_id,
        metric=promise.metric,
        region_code=promise.region_code,
        filter=promise.filter,
        source=promise.source,
        since=promise.since,
        threshold=promise.threshold,
        value=frozen.things(counted),
        as_of=today,
        due=due,
        counted=counted,
    )


def _read(name: str | None) -> Evidence:
    if not name:
        raise Refusal("Komitmen ini ditutup dengan berkas bukti, jadi tidak ada bukti beku.", code="no_evidence")
    found = frozen.read(blobs.read(name).content)
    if found is None:
        raise Refusal("Bukti beku ini tidak terbaca di versi ini.", code="evidence_unreadable")
    return found


def _judged(found: Evidence) -> tuple[int, int]:
    """Of how many records the commit is not in the journal, and of how many it says something else."""
    said = journal.histories(each.record for each in found.counted)
    commits = {commit.id: commit for history in said.values() for commit in history}
    here = [each for each in found.counted if each.commit in commits]
    return len(found.counted) - len(here), sum(not _says(commits[each.commit], found, each) for each in here)


def _says(commit: Commit, found: Evidence, each: Counted) -> bool:
    kind, field = RECORDS[found.metric], MEASURES[found.metric].field
    made = timezone.localdate(moment(commit.hlc))
    return commit.kind == kind.code and frozen.says(commit, found, each, field_id=kind.by_name[field].id, made=made)


def _families(promise: Promise, today: date) -> list[Counted]:
    found = _assessed(promise, today)
    return _counted(promise, [(each.family.hex, each.assessment) for each in found])


def _villages(promise: Promise, today: date) -> list[Counted]:
    found = register_assessed.one_for_each_village(_assessed(promise, today))
    return _counted(promise, [(each.village_code, each.assessment) for each in found])


def _assessed(promise: Promise, today: date) -> list[register_assessed.Assessed]:
    return register_assessed.assessed(promise.region_code, since=promise.since, until=today, filters=promise.filters)


def _homes(promise: Promise, today: date) -> list[Counted]:
    homes = delivery.finished_homes(promise.where, since=promise.since, source=promise.source or None)
    return _counted(promise, [(each.home.hex, each.report) for each in finished_reports(homes)])


def _cases(promise: Promise, today: date) -> list[Counted]:
    kinds = details(promise.metric, promise.source)
    cases = [case for kind in kinds for case in delivery.issued_cases(promise.where, kind=kind, since=promise.since)]
    return _counted(promise, [(case.hex, case) for case in cases])


def _regencies(promise: Promise, today: date) -> list[Counted]:
    """Of each regency the first case that was put on record in the span."""
    kinds = details(promise.metric, promise.source)
    cases = [each for kind in kinds for each in delivery.reporting_cases(promise.where, kind=kind, since=promise.since)]
    placed = _counted(promise, [("", case) for case in sorted(cases)])
    said = {commit.id: commit for history in journal.histories(cases).values() for commit in history}
    field = RECORDS[promise.metric].by_name[MEASURES[promise.metric].field].id
    first: dict[str, Counted] = {}
    for each in placed:
        regency = str(said[each.commit].values[field])[:_REGENCY]
        first.setdefault(regency, Counted(regency, each.record, each.stream, each.seq))
    return [first[regency] for regency in sorted(first)]


def _counted(promise: Promise, records: Sequence[tuple[str, UUID]]) -> list[Counted]:
    """Things with the records by which they count, and the commits behind the field that says so."""
    heads = journal.shown_heads(record for _, record in records)
    field = MEASURES[promise.metric].field
    said = ((thing, record, heads[record][field].commit) for thing, record in records)
    return [Counted(thing, record, commit.stream.hex(), commit.seq) for thing, record, commit in said]


RECORDS: Mapping[str, RecordType] = {
    FAMILIES: register_types[RegisterKind.ASSESSMENT],
    VILLAGES: register_types[RegisterKind.ASSESSMENT],
    HOMES: delivery_types[DeliveryKind.REALISATION],
    CASES: delivery_types[DeliveryKind.CASE],
    REGENCIES: delivery_types[DeliveryKind.CASE],
}
COUNTED: Mapping[str, Callable[[Promise, date], list[Counted]]] = {
    FAMILIES: _families,
    VILLAGES: _villages,
    HOMES: _homes,
    CASES: _cases,
    REGENCIES: _regencies,
}
