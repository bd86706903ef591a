"""Does the frozen evidence of a closed promise still hold against the journal?"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from betang.accounts.queries import Acting
from betang.coordination.domain import evidence as frozen
from betang.coordination.domain.evidence import Counted, Evidence
from betang.coordination.queries import promised
from betang.coordination.queries.measuring import Promise
from betang.coordination.queries.views import EvidenceCheck
from betang.journal import blobs
from betang.journal import queries as journal
from betang.journal.domain.commits import Commit, CommitId
from betang.journal.domain.records import RecordType, record_type
from betang.kernel.errors import Refusal
from betang.register.domain.fields import Kind
from betang.register.queries import assessed as register_assessed


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
        field=FIELDS[promise.metric][1],
        counted=counted,
    )


def _read(name: str | None) -> Evidence:
    if not name:
        raise Refusal("Komitmen ini ditutup tanpa bukti beku: ia dibuktikan dengan berkas.", code="no_evidence")
    found = frozen.read(blobs.read(name).content)
    if found is None:
        raise Refusal("Bukti beku ini tidak terbaca di versi ini.", code="evidence_unreadable")
    return found


def _judged(found: Evidence) -> tuple[int, int]:
    """Of how many records the commit is not in the journal, and of how many it says something else."""
    said = journal.histories(each.record for each in found.counted)
    commits = {commit.id: commit for history in said.values() for commit in history}
    kind = record_type(FIELDS[found.metric][0])
    missing = [each for each in found.counted if each.commit not in commits]
    here = [each for each in found.counted if each.commit in commits]
    return len(missing), sum(not _says(commits, found, each, kind) for each in here)


def _says(commits: Mapping[CommitId, Commit], found: Evidence, each: Counted, kind: RecordType | None) -> bool:
    if kind is None or commits[each.commit].kind != kind.code:
        return False
    return frozen.says(commits[each.commit], found, each, field_id=kind.by_name[found.field].id)


def _families(promise: Promise, today: date) -> list[Counted]:
    return _of_assessments(_assessed(promise, today), by_village=False)


def _villages(promise: Promise, today: date) -> list[Counted]:
    return _of_assessments(register_assessed.one_for_each_village(_assessed(promise, today)), by_village=True)


def _assessed(promise: Promise, today: date) -> list[register_assessed.Assessed]:
    return register_assessed.assessed(promise.region_code, since=promise.since, until=today, filters=promise.filters)


def _of_assessments(found: list[register_assessed.Assessed], *, by_village: bool) -> list[Counted]:
    heads = journal.shown_heads(each.assessment for each in found)
    return [
        Counted(each.village_code if by_village else each.family.hex, each.assessment, commit.stream.hex(), commit.seq)
        for each in found
        for commit in [heads[each.assessment]["assessed_date"].commit]
    ]


# By metric: the kind of record that counts, and the field on which its day stands.
FIELDS: Mapping[str, tuple[int, str]] = {
    "KELUARGA DIDATA": (Kind.ASSESSMENT, "assessed_date"),
    "DESA DIDATA": (Kind.ASSESSMENT, "assessed_date"),
}
COUNTED = {"KELUARGA DIDATA": _families, "DESA DIDATA": _villages}
