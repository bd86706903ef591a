"""How far is a promise that is measured, by what is on record here today?

What cannot be known here is unknown with its reason, and never a nought.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from betang.coordination.domain.metrics import CASES, FAMILIES, HOMES, REGENCIES, VILLAGES, details
from betang.coordination.queries.scope import Row
from betang.delivery import queries as delivery
from betang.kernel.errors import Refusal
from betang.organisation import queries as organisation
from betang.register.queries import assessed as register_assessed
from betang.register.queries import saved
from betang.register.queries.searching import ListFilters


@dataclass(frozen=True, slots=True)
class Promise:
    """What is asked of the data: which figure, of which region, since when, and how much at least."""

    metric: str
    region_code: str
    since: date
    threshold: int
    source: str
    filter: str
    filters: ListFilters

    @property
    def where(self) -> str:
        """The region of the filter where it names a smaller one."""
        return self.filters.region_code or self.region_code


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure, or why there is none."""

    value: int | None
    unknown: Refusal | None = None


def asked_of(row: Row) -> Promise:
    """The question that a promise puts to the data. Raises `Refusal` where it no longer asks anything."""
    missing = [label for name, label in _NEEDED.items() if row[name] is None]
    if missing:
        raise Refusal(
            "Ukuran komitmen ini belum lengkap: %(missing)s belum diisi.",
            code="measure_incomplete",
            missing=", ".join(missing),
        )
    if row["metric"] not in METRICS:
        raise Refusal("Ukuran komitmen ini tidak dikenal di versi ini.", code="metric_unknown")
    filters = saved.read_filter(row["filter"] or "")
    return Promise(
        metric=row["metric"],
        region_code=row["region_code"],
        since=row["since_date"],
        threshold=row["threshold"],
        source=row["source"] or "",
        filter=row["filter"] or "",
        filters=filters,
    )


def measured(row: Row, *, today: date) -> Measured:
    """Today's figure of a promise, or why there is none."""
    try:
        promise = asked_of(row)
        return Measured(METRICS[promise.metric](promise, today))
    except Refusal as unknown:
        return Measured(None, unknown)


def families_behind(region_code: str, text: str) -> Measured:
    """How many families stand behind an obstacle today; without a filter there is no figure."""
    if not text:
        return Measured(None)
    try:
        filters = saved.read_filter(text)
        require_list(filters.region_code or region_code)
        return Measured(saved.count_within(region_code, filters))
    except Refusal as unknown:
        return Measured(None, unknown)


def filter_said(text: str) -> str:
    """A kept filter in words; empty where it cannot be read."""
    try:
        return saved.said(saved.read_filter(text)) if text else ""
    except Refusal:
        return ""


def require_list(region_code: str) -> None:
    """Raise `Refusal` where no family of the region is on this node's list: then nobody knows."""
    if not register_assessed.has_families(region_code):
        raise Refusal(
            "Belum ada satu pun keluarga dari %(place)s dalam daftar di simpul ini, jadi belum dapat dihitung.",
            code="no_families_here",
            place=organisation.label(region_code) or region_code,
        )


def _families(promise: Promise, today: date) -> int:
    require_list(promise.where)
    return register_assessed.count_assessed(
        promise.region_code, since=promise.since, until=today, filters=promise.filters
    )


def _villages(promise: Promise, today: date) -> int:
    require_list(promise.where)
    return register_assessed.count_villages_assessed(
        promise.region_code, since=promise.since, until=today, filters=promise.filters
    )


def _homes(promise: Promise, today: date) -> int:
    if delivery.first_report(promise.where) is None:
        raise _never_reported("rumah", promise.where)
    return delivery.finished_since(promise.where, since=promise.since, source=promise.source or None)


def _cases(promise: Promise, today: date) -> int:
    kinds = _kinds_on_record(promise)
    return sum(delivery.cases_issued_since(promise.where, kind=kind, since=promise.since) for kind in kinds)


def _regencies(promise: Promise, today: date) -> int:
    kinds = _kinds_on_record(promise)
    return len({each for kind in kinds for each in _reporting(promise, kind)})


def _reporting(promise: Promise, kind: str) -> list[str]:
    return delivery.regencies_reporting(promise.where, kind=kind, since=promise.since)


def _kinds_on_record(promise: Promise) -> tuple[str, ...]:
    """The kinds of case that are counted. Raises `Refusal` where none was ever put on record here."""
    kinds = details(promise.metric, promise.source)
    if not any(delivery.has_cases(promise.where, kind=kind) for kind in kinds):
        raise _never_reported(" dan ".join(kinds), promise.where)
    return kinds


def _never_reported(what: str, region_code: str) -> Refusal:
    return Refusal(
        "Belum pernah ada laporan %(what)s dari %(place)s di simpul ini, jadi belum dapat dihitung.",
        code="never_reported",
        what=what,
        place=organisation.label(region_code) or region_code,
    )


_NEEDED: Mapping[str, str] = {
    "metric": "ukuran",
    "since_date": "tanggal mulai dihitung",
    "threshold": "jumlah paling sedikit",
    "region_code": "wilayah",
}
METRICS: Mapping[str, Callable[[Promise, date], int]] = {
    FAMILIES: _families,
    VILLAGES: _villages,
    HOMES: _homes,
    CASES: _cases,
    REGENCIES: _regencies,
}
