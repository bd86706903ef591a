"""What does a page know of a home, a report, a case, a number?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar
from uuid import UUID

from betang.delivery.domain.working_days import Clock
from betang.journal.domain.records import Value

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class HomeFilters:
    """Which homes; what is empty is not asked for."""

    region_code: str = ""
    year: int | None = None
    source: str = ""
    stage: str = ""
    only_doubtful: bool = False
    pledge: UUID | None = None


@dataclass(frozen=True, slots=True)
class CaseFilters:
    """Which cases; `state` is a `ClockState`, or "open" for all that nobody has decided."""

    kind: str = ""
    region_code: str = ""
    state: str = ""


@dataclass(frozen=True)
class Page(Generic[V]):
    """One numbered page, from 1; `total` counts all rows, `extra` those of them that may be doubles."""

    rows: tuple[V, ...]
    number: int
    pages: int
    total: int
    extra: int = 0


@dataclass(frozen=True, slots=True)
class HomeRow:
    """A counted home. `agencies` have reported it."""

    id: UUID
    village_code: str
    place: str
    year: int
    work: str
    source: str
    stage: str
    finished_date: date | None
    latest_date: date
    reports: int
    cases: int
    sources: int
    is_extra: bool
    pledge: UUID | None
    agencies: tuple[str, ...]
    recipient: str
    address: str


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photo of a home at a stage; `is_here` is false while only its record has come to this node."""

    id: UUID
    report: UUID
    stage: str
    taken_date: date | None
    caption: str
    agency: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class ReportView:
    """One office's report. `values` are all its fields; `nik` is masked. `waiting`: fields on which others differ."""

    id: UUID
    agency_id: UUID
    agency: str
    created_at: datetime
    updated_at: datetime
    home: UUID | None
    village_code: str
    place: str
    work: str
    source: str
    stage: str
    stage_date: date | None
    recipient: str
    nik: str
    values: Mapping[str, Value]
    marks: tuple[str, ...]
    waiting: int
    seen: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case and where it stands with its ten working days. `home` is the home it hangs on, if there is one."""

    id: UUID
    agency_id: UUID
    agency: str
    created_at: datetime
    case_kind: str
    case_number: str
    village_code: str
    place: str
    applied_date: date | None
    complete_date: date | None
    decided_date: date | None
    outcome: str
    applicant: str
    nik: str
    address: str
    home: UUID | None
    clock: Clock
    values: Mapping[str, Value]
    seen: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Another home that looks like this one, and why (`likeness.REASONS`)."""

    home: HomeRow
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an officer decided of two homes."""

    id: UUID
    one: UUID
    other: UUID
    verdict: str
    reason: str
    agency: str
    created_at: datetime
    region_code: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """A home with everything that is known of it."""

    row: HomeRow
    reports: tuple[ReportView, ...]
    cases: tuple[CaseView, ...]
    photos: tuple[PhotoView, ...]
    alike: tuple[Alike, ...]
    judgements: tuple[Judgement, ...]
    house: UUID | None
    family: UUID | None

    @property
    def id(self) -> UUID:
        return self.row.id

    @property
    def village_code(self) -> str:
        return self.row.village_code


@dataclass(frozen=True, slots=True)
class Pair:
    """Two homes that look alike, and why."""

    one: HomeView
    other: HomeView
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberView:
    """A monthly number without a list: belum rinci."""

    id: UUID
    agency_id: UUID
    agency: str
    created_at: datetime
    region_code: str
    place: str
    month: date
    work: str
    source: str
    stage: str
    homes: int
    document: str
    note: str
