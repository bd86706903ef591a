"""How do the figures of a region stand in tables, and what do the sentences under them say?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from betang.delivery.domain.codes import STAGE
from betang.figures.domain import wording
from betang.figures.domain.silence import QUIET_DAYS
from betang.figures.domain.sums import Subject
from betang.figures.queries import Achievement, AchievementRow, Silent, SumCheck, sources_of
from betang.organisation.domain.regions import Level, level_of
from betang.planning.domain.codes import SOURCE
from betang.web.figures.charts import Door, door, months_shown
from betang.web.templatetags.betang import number

_VILLAGE = Level.VILLAGE


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the tables: a place, what is of no place (`is_rest`), or the whole (`is_total`)."""

    told: AchievementRow
    name: str
    address: str
    door: Door
    percent: int | None
    bar: str
    share: str
    reported: date | None
    tone: str
    tag: str
    stages: tuple[int, ...]
    sources: tuple[int, ...]
    months: tuple[int, ...]
    is_rest: bool = False
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Check:
    """A sentence under a table; `adds` is whether it holds."""

    adds: bool
    sentence: str


def lines(told: Achievement, today: date) -> list[Line]:
    """The places, what is of none of them, and the whole at the end."""
    names = sources(told)
    level = level_of(told.region_code)
    found = [_line(row, row.name, told, names, today, address=_address(row, told, level)) for row in told.rows]
    if told.rest:
        found.append(_line(told.rest, _(wording.RESTS[level]), told, names, today, is_rest=True))
    whole = _("Jumlah %(place)s") % {"place": told.place}
    return [*found, _line(told.total, whole, told, names, today, is_total=True)]


def sources(told: Achievement) -> list[str]:
    """The sources of any home of the region."""
    return sources_of([told.total])


def source_labels(told: Achievement) -> list[str]:
    return [_(SOURCE.label(source)) for source in sources(told)]


def stage_labels() -> list[str]:
    return [_(label) for label in STAGE.labels.values()]


def _address(row: AchievementRow, told: Achievement, level: Level) -> str:
    return "" if level is _VILLAGE else f"{reverse('figures:achievement')}?wilayah={row.region_code}&tahun={told.year}"


def _line(
    row: AchievementRow,
    name: str,
    told: Achievement,
    names: Sequence[str],
    today: date,
    *,
    address: str = "",
    is_rest: bool = False,
    is_total: bool = False,
) -> Line:
    reported = told.last_reports.get(row.region_code)
    tone, tag = _reporting(row, reported, today) if level_of(told.region_code) is Level.PROVINCE else ("", "")
    state = door(row)
    return Line(
        told=row,
        name=name,
        address=address,
        door=state,
        percent=None if row.fresh_share is None else round(100 * row.fresh_share),
        bar={"ok": "", "none": "none"}.get(state.state, state.state),
        share="" if row.finished_share is None else f"{number(100 * row.finished_share, 0)} %",
        reported=reported,
        tone=tone,
        tag=tag,
        stages=tuple(row.by_stage.get(stage, 0) for stage in STAGE.codes),
        sources=tuple(row.by_source.get(source, 0) for source in names),
        months=row.by_month[: months_shown(told.year, today)],
        is_rest=is_rest,
        is_total=is_total,
    )


def _reporting(row: AchievementRow, reported: date | None, today: date) -> tuple[str, str]:
    """The tag of a regency's reports: how many of its offices are silent."""
    if not row.region_code:
        return "", ""
    if not row.silent:
        return ("ok", _("Semua melapor")) if reported else ("", "")
    told = ngettext("%(n)d kantor belum", "%(n)d kantor belum", len(row.silent)) % {"n": len(row.silent)}
    quiet = reported is None or (today - reported).days > QUIET_DAYS
    return ("bad" if quiet else "wait"), told


def matrix(told: Achievement) -> list[tuple[str, tuple[int, ...], int]]:
    """Source by stage of the whole region, each with its sum."""
    found = []
    for source in sources(told):
        stages = told.total.stages_by_source[source]
        figures = tuple(stages.get(stage, 0) for stage in STAGE.codes)
        found.append((_(SOURCE.label(source)), figures, sum(figures)))
    return found


def check_sentences(told: Achievement) -> list[Check]:
    """The sums written out; one that fails says by how much."""
    return [Check(check.adds, _sentence(told, check)) for check in told.checks if check.subject in _SAID]


def _sentence(told: Achievement, check: SumCheck) -> str:
    said = {
        "subject": _(wording.SUBJECTS[check.subject]),
        "count": len(told.rows),
        "parts": number(check.parts),
        "rest": number(check.rest),
        "sum": number(check.parts + check.rest),
        "whole": number(check.whole),
        "gap": number(abs(check.gap)),
    }
    return _(_SAID[check.subject][0 if check.adds else 1]) % said


_OF_PARTS = (
    gettext_noop("%(subject)s: %(count)s bagian %(parts)s + belum dirinci %(rest)s = %(whole)s."),
    gettext_noop(
        "%(subject)s tidak cocok: %(count)s bagian %(parts)s + belum dirinci %(rest)s = %(sum)s, seluruhnya "
        "%(whole)s, selisih %(gap)s."
    ),
)
_SAID = {
    Subject.FAMILIES: _OF_PARTS,
    Subject.NEED: _OF_PARTS,
    Subject.FINISHED: _OF_PARTS,
    Subject.TARGET: (
        _OF_PARTS[0],
        gettext_noop(
            "Target bagian-bagiannya berjumlah %(sum)s, %(gap)s lebih banyak daripada target seluruhnya, %(whole)s."
        ),
    ),
    Subject.MONTHS: (
        gettext_noop("Rumah selesai dihitung menurut bulan: %(parts)s, sama."),
        gettext_noop("Rumah selesai menurut bulan %(parts)s, menurut tahap %(whole)s, selisih %(gap)s."),
    ),
    Subject.PUBLISHED: (
        gettext_noop("RTLH menurut terbitan: bagian-bagiannya %(parts)s = %(whole)s."),
        gettext_noop("RTLH menurut terbitan: bagian-bagiannya %(parts)s, seluruhnya %(whole)s, selisih %(gap)s."),
    ),
    Subject.COUNTED_HERE: (
        gettext_noop("Keluarga yang membutuhkan di sini sama dengan RTLH menurut terbitan, %(whole)s."),
        gettext_noop(
            "Keluarga yang membutuhkan di sini %(parts)s, RTLH menurut terbitan terakhir %(whole)s, selisih %(gap)s."
        ),
    ),
}


def kinds(told: Achievement) -> Check:
    """Whether stages and sources each add up to what was counted."""
    total = told.total
    adds = sum(total.by_stage.values()) == total.counted and sum(total.by_source.values()) == total.finished
    said = {
        "stages": " + ".join(map(number, total.by_stage.values())),
        "counted": number(total.counted),
        "sources": " + ".join(number(total.by_source[source]) for source in sources(told)),
        "finished": number(total.finished),
    }
    fits = _("Tahap: %(stages)s = %(counted)s. Sumber dana: %(sources)s = %(finished)s rumah selesai.") % said
    return Check(adds, fits if adds else _("Tahap atau sumber dana tidak berjumlah sama dengan seluruhnya."))


def attention(told: Achievement) -> str:
    """Which places ask for a look: the ones whose list is oldest. Nothing where all are fresh."""
    old = [row for row in told.rows if door(row).state in ("bad", "wait")]
    worst = sorted(old, key=lambda row: (row.fresh_share or 0, row.region_code))[:2]
    if not worst:
        return ""
    names = _(" dan ").join(f"{row.name} ({round(100 * (row.fresh_share or 0))} %)" for row in worst)
    return _("Yang perlu perhatian: daftar %(names)s paling lama tidak diperbarui.") % {"names": names}


@dataclass(frozen=True, slots=True)
class Quiet:
    """A regency with its silent offices."""

    place: str
    offices: tuple[Silent, ...]


def quiet(told: Achievement) -> list[Quiet]:
    """The silent offices by regency, the regency with the most first."""
    together: dict[str, list[Silent]] = {}
    for each in told.silent:
        together.setdefault(each.region_code, []).append(each)
    names = {row.region_code: row.name for row in told.rows}
    most = sorted(together.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [Quiet(names.get(code, told.place), tuple(offices)) for code, offices in most]


def silence(told: Achievement) -> str:
    """The sentence of the notice: how many offices are silent."""
    count = len(told.silent)
    if not count:
        return ""
    never = sum(each.since is None for each in told.silent)
    if never == count:
        return ngettext("%(n)d kantor belum pernah melapor.", "%(n)d kantor belum pernah melapor.", count) % {
            "n": count
        }
    first = ngettext(
        "%(n)d kantor belum melapor lebih dari sebulan",
        "%(n)d kantor belum melapor lebih dari sebulan",
        count,
    ) % {"n": count}
    return (
        _("%(first)s, %(never)d di antaranya belum pernah.") % {"first": first, "never": never}
        if never
        else f"{first}."
    )
