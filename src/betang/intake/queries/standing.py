"""What have others built on a list, so that it cannot be undone without a word?"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from betang.accounts.queries import Acting
from betang.intake.domain.counts import Outcome
from betang.intake.domain.workbooks import ENROLLED, LISTED
from betang.intake.models import Batch, BatchRow
from betang.intake.queries.batches import found
from betang.journal import queries as journal
from betang.organisation import queries as organisation
from betang.register.domain.built_on import SENTENCES
from betang.register.queries.remains import remains, with_named

_AT_ONCE = 2_000  # positions of the journal that are looked at together
MOST = 1_000  # things; who sees so many has seen enough
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class StandView:
    """One thing that stands on a list: of which family, what (a msgid), since when, by which office. Nobody's name."""

    family_id: UUID | None
    code: str
    sentence: str
    at: datetime
    agency: str


@dataclass(frozen=True, slots=True)
class StandsOn:
    """How many things stand on a list, and the latest of them. `is_all`: not so many that counting stopped."""

    total: int
    items: tuple[StandView, ...]
    is_all: bool


def stands_on(acting: Acting, batch_id: UUID, *, limit: int = 50) -> StandsOn:
    """Later work on what a list brought. Raises Refusal for a list that is not there."""
    batch = found(acting, batch_id)
    things: dict[tuple[UUID | None, str], StandView] = {}
    for each in _all(batch):
        key = (each.family_id, each.code)
        things[key] = max(each, things.get(key, each), key=lambda thing: thing.at)
        if len(things) == MOST:
            break
    latest = sorted(things.values(), key=lambda each: (each.at, str(each.family_id)), reverse=True)
    return StandsOn(len(latest), tuple(latest[:limit]), is_all=len(latest) < MOST)


def named_elsewhere(batch_id: UUID, families: Iterable[UUID]) -> set[UUID]:
    """Of these families, those that another list found; one that was undone does not count."""
    found_there = _others(batch_id).filter(family_id__in=list(families)).values_list("family_id", flat=True)
    return {family for family in found_there if family is not None}


def spans(batch: Batch) -> list[Span]:
    """Between which positions of the journal the commits of a list lie: after, and up to. In order, none touching."""
    joined: list[Span] = []
    for after, upto in batch.spans.order_by("after").values_list("after", "upto"):
        if joined and joined[-1][1] >= after:
            joined[-1] = (joined[-1][0], max(upto, joined[-1][1]))
        elif upto > after:
            joined.append((after, upto))
    return joined


def _all(batch: Batch) -> Iterator[StandView]:
    """Nearly the latest first."""
    yield from _named(batch)
    around, stands = (_around_elsewhere, _stands_elsewhere) if batch.workbook else (_around, _stands)
    own = spans(batch)
    undone = set(Batch.objects.filter(state="undone").values_list("id", flat=True))
    for after, upto in _between(own, journal.position()):
        spoken_of = journal.spoken_of_in_force(after, upto, undone)
        touched = _within(own, journal.positions(around(batch, spoken_of))) if spoken_of else set()
        yield from stands(batch, touched) if touched else ()


def _around(batch: Batch, spoken_of: Iterable[UUID]) -> set[UUID]:
    return with_named(spoken_of)


def _around_elsewhere(batch: Batch, spoken_of: Iterable[UUID]) -> set[UUID]:
    return ENROLLED[batch.workbook].deeds.around(spoken_of)


def _stands(batch: Batch, touched: Iterable[UUID]) -> Iterator[StandView]:
    for stand in remains(batch.id, touched).stands:
        yield StandView(stand.family, stand.what, stand.sentence, stand.at, stand.agency)


def _stands_elsewhere(batch: Batch, touched: Iterable[UUID]) -> Iterator[StandView]:
    """A page has no link for these, so they name no family, and one thing of one kind is told once."""
    for stand in ENROLLED[batch.workbook].deeds.stands(batch.id, touched):
        yield StandView(None, f"{stand.what} {stand.record}", stand.sentence, stand.at, stand.agency)


def _between(own: Sequence[Span], position: int) -> Iterator[Span]:
    """Where others spoke since the list began, the latest first: after its last span, and in the gaps between."""
    starts = [upto for _after, upto in own]
    ends = [*(after for after, _upto in own[1:]), position]
    for start, end in reversed(list(zip(starts, ends, strict=False))):
        for upto in range(end, start, -_AT_ONCE):
            yield max(start, upto - _AT_ONCE), upto


def _within(own: Sequence[Span], positions: Iterable[tuple[UUID, int]]) -> set[UUID]:
    """The records of which something was said inside the spans."""
    ends = [upto for _after, upto in own]
    places = ((entity, position, bisect_left(ends, position)) for entity, position in positions)
    return {entity for entity, position, nth in places if nth < len(own) and own[nth][0] < position}


def _named(batch: Batch) -> Iterator[StandView]:
    """Rows of other lists that found a family which this one brought."""
    brought = BatchRow.objects.filter(batch=batch, outcome=Outcome.ACCEPTED.value).values("family_id")
    rows = _others(batch.id).filter(family_id__in=brought).order_by("-id")[: 2 * MOST]
    told = list(rows.values_list("family_id", "batch__created_at", "batch__agency_id"))
    sentence = LISTED if batch.workbook else SENTENCES["listed"]
    offices = organisation.agencies_by_id({office for _family, _at, office in told})
    for family, at, office in told:
        where, code = (None, f"listed {family}") if batch.workbook else (family, "listed")
        yield StandView(where, code, sentence, at, offices[office].name if office in offices else "")


def _others(batch_id: UUID) -> QuerySet[BatchRow]:
    return BatchRow.objects.exclude(batch=batch_id).exclude(batch__state="undone").exclude(batch__is_trial=True)
