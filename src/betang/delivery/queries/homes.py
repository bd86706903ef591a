"""Which homes are counted, and what is known of each?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from betang.accounts.queries import Acting
from betang.delivery.domain.bare_photos import bare
from betang.delivery.models import Home, HomeMember, Photo, Realisation, Sameness, Suspicion
from betang.delivery.queries import scope
from betang.delivery.queries.cases import cases_of
from betang.delivery.queries.reports import reports_by_id
from betang.delivery.queries.views import Alike, HomeFilters, HomeRow, HomeView, Judgement, Page, Pair, PhotoView
from betang.journal import blobs
from betang.journal.blobs import KeptFile
from betang.journal.kept import VOID
from betang.register.queries.listing import places_of

PER_PAGE = 50
Row = Mapping[str, Any]  # Any: as Django gives a row, each column has its own type


def homes(acting: Acting, filters: HomeFilters, page: int = 1, per_page: int = PER_PAGE) -> Page[HomeRow]:
    """The homes somebody sees that fit all filters; what was heard of last comes first."""
    found = _fitting(acting, filters)
    total = found.count()
    pages = max(1, -(-total // per_page))
    number = min(max(1, page), pages)
    shown = found.order_by("-latest_date", "id")[(number - 1) * per_page : number * per_page]
    extra = found.filter(is_extra=True).count()
    return Page(tuple(rows_of(acting, list(shown.values()))), number, pages, total, extra)


def sums(acting: Acting, filters: HomeFilters) -> tuple[dict[str, int], dict[str, int]]:
    """The same homes counted by stage, and by source."""
    found = _fitting(acting, filters)
    by_stage, by_source = (
        dict(found.order_by(name).values_list(name).annotate(homes=Count("pk"))) for name in ("stage", "source")
    )
    return by_stage, by_source


def _fitting(acting: Acting, filters: HomeFilters) -> QuerySet[Home]:
    found = Home.objects.filter(scope.homes(acting, filters.region_code))
    for name, value in (("year", filters.year), ("source", filters.source), ("stage", filters.stage)):
        found = found.filter(**{name: value}) if value else found
    if filters.pledge:
        found = found.filter(pledge=filters.pledge)
    if filters.only_doubtful:
        suspected = Suspicion.objects.order_by("id")
        found = found.filter(Q(pk__in=suspected.values("one")) | Q(pk__in=suspected.values("other")))
    return found


def rows_of(acting: Acting, rows: Sequence[Row]) -> list[HomeRow]:
    """The same with places, who reported it and who lives there; a donor is told no name and no address."""
    of_home = _reports_of(row["id"] for row in rows)
    places = places_of(row["village_code"] for row in rows)
    return [_row(row, places, of_home.get(row["id"], []), is_open=not scope.is_donor(acting)) for row in rows]


def _reports_of(wanted: Iterable[UUID]) -> dict[UUID, list[Row]]:
    of_report = dict(HomeMember.objects.filter(home__in=list(wanted)).order_by("record").values_list("record", "home"))
    reports = Realisation.objects.filter(pk__in=of_report).order_by("created_at", "id")
    found: dict[UUID, list[Row]] = {}
    for report in reports.values("id", "agency", "recipient", "address"):
        home = of_report[report["id"]]
        if home is not None:
            found.setdefault(home, []).append(report)
    return found


def _row(row: Row, places: Mapping[str, str], reports: Sequence[Row], *, is_open: bool) -> HomeRow:
    said = {name: next((each[name] for each in reports if each[name]), "") for name in ("recipient", "address")}
    return HomeRow(
        id=row["id"],
        village_code=row["village_code"],
        place=places[row["village_code"]],
        year=row["year"],
        work=row["work"],
        source=row["source"],
        stage=row["stage"],
        finished_date=row["finished_date"],
        latest_date=row["latest_date"],
        reports=row["reports"],
        cases=row["cases"],
        sources=row["sources"],
        is_extra=row["is_extra"],
        pledge=row["pledge"],
        agencies=tuple(dict.fromkeys(each["agency"] for each in reports)),
        recipient=said["recipient"] if is_open else "",
        address=said["address"] if is_open else "",
    )


def home(acting: Acting, home_id: UUID) -> HomeView:
    """A home by its id or that of one of its reports; one that is not theirs to see is answered as an unknown one."""
    member = HomeMember.objects.filter(pk=home_id).order_by("pk").values_list("home", flat=True).first()
    row = Home.objects.filter(scope.homes(acting), pk=member or home_id).order_by("pk").values().first()
    if row is None:
        raise scope.not_found()
    return views_of(acting, [row])[0]


def views_of(acting: Acting, rows: Sequence[Row]) -> list[HomeView]:
    """Homes with everything that is known of them."""
    wanted = [row["id"] for row in rows]
    listed = {each.id: each for each in rows_of(acting, rows)}
    members: dict[UUID, list[UUID]] = {home: [] for home in wanted}
    for record, of in HomeMember.objects.filter(home__in=wanted).order_by("record").values_list("record", "home"):
        members[of].append(record)  # type: ignore[index]  # the filter leaves those without a home out
    everyone = [record for each in members.values() for record in each]
    reports = reports_by_id(acting, everyone)
    cases = cases_of(acting, everyone)
    photos = _photos(everyone, is_open=not scope.is_donor(acting))
    return [
        HomeView(
            row=listed[home],
            reports=tuple(reports[record] for record in members[home] if record in reports),
            cases=tuple(cases[record] for record in members[home] if record in cases),
            photos=tuple(photo for record in members[home] for photo in photos.get(record, [])),
            alike=_alike(acting, home),
            judgements=_judgements(members[home]),
            house=_first(reports, members[home], "house"),
            family=_first(reports, members[home], "family"),
        )
        for home in wanted
    ]


def _first(reports: Mapping[UUID, Any], members: Sequence[UUID], name: str) -> UUID | None:  # Any: ReportView
    found = (reports[record].values.get(name) for record in members if record in reports)
    return next((link for link in found if isinstance(link, UUID)), None)


def _photos(reports: Sequence[UUID], *, is_open: bool) -> dict[UUID, list[PhotoView]]:
    """The photos by report; what an officer wrote beside one may name somebody, so it is not for donors."""
    found: dict[UUID, list[PhotoView]] = {}
    rows = Photo.objects.filter(realisation__in=reports).exclude(status=VOID).order_by("taken_date", "created_at", "id")
    for row in rows:
        assert row.realisation is not None  # the filter asks for it
        view = PhotoView(
            row.id, row.realisation, row.stage or "", row.taken_date,
            (row.caption or "") if is_open else "", row.agency,
            blobs.is_here(row.file or ""),
        )  # fmt: skip
        found.setdefault(row.realisation, []).append(view)
    return found


def photo(acting: Acting, photo_id: UUID) -> KeptFile:
    """The photo itself, for whoever sees its home; for a donor without the place that the camera wrote into it."""
    row = Photo.objects.filter(pk=photo_id).exclude(status=VOID).order_by("pk").first()
    if row is None or row.realisation is None or not row.file:
        raise scope.not_found()
    home(acting, row.realisation)
    kept = blobs.read(row.file)
    return replace(kept, content=bare(kept.content)) if scope.is_donor(acting) else kept


def _alike(acting: Acting, home_id: UUID) -> tuple[Alike, ...]:
    found = Suspicion.objects.filter(Q(one=home_id) | Q(other=home_id)).order_by("one", "other")
    why = {row.other if row.one == home_id else row.one: tuple(row.reasons) for row in found}
    rows = Home.objects.filter(scope.homes(acting), pk__in=why).order_by("pk").values()
    return tuple(Alike(each, why[each.id]) for each in rows_of(acting, list(rows)))


def _judgements(members: Sequence[UUID]) -> tuple[Judgement, ...]:
    rows = Sameness.objects.filter(Q(one__in=members) | Q(other__in=members)).exclude(status=VOID)
    return tuple(map(_judgement, rows.order_by("created_at", "id")))


def judgement(acting: Acting, judgement_id: UUID) -> Judgement:
    """A decision about two homes, in the person's region."""
    row = Sameness.objects.filter(pk=judgement_id).exclude(status=VOID).order_by("pk").first()
    if row is None or row.one is None:
        raise scope.not_found()
    home(acting, row.one)
    return _judgement(row)


def _judgement(row: Sameness) -> Judgement:
    assert row.one is not None and row.other is not None  # both are said when it is made
    return Judgement(
        row.id, row.one, row.other, row.verdict or "", row.reason or "", row.agency, row.created_at, row.partition
    )


def doubles(acting: Acting, region_code: str = "", *, limit: int = 20) -> tuple[list[Pair], int]:
    """Pairs of homes that look alike and wait for a decision, and how many there are in all."""
    seen = Home.objects.filter(scope.homes(acting, region_code)).order_by("pk")
    pairs = Suspicion.objects.filter(one__in=seen.values("pk"), other__in=seen.values("pk"))
    total = pairs.count()
    shown = list(pairs.order_by("village_code", "one", "other")[:limit])
    rows = Home.objects.filter(pk__in={each for pair in shown for each in (pair.one, pair.other)}).order_by("pk")
    views = {view.id: view for view in views_of(acting, list(rows.values()))}
    return [Pair(views[pair.one], views[pair.other], tuple(pair.reasons)) for pair in shown], total


def home_of(record: UUID) -> UUID | None:
    """The home that a report is counted under."""
    return HomeMember.objects.filter(pk=record).order_by("pk").values_list("home", flat=True).first()
