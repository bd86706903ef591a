"""How do targets and purses stand in a table, and do their figures add up?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from betang.accounts.queries import Acting
from betang.kernel import money
from betang.organisation.domain.regions import is_within
from betang.planning.domain.codes import SOURCE, WORK
from betang.planning.domain.purses import PurseKey, in_force
from betang.planning.domain.targets import NUMBERS, TargetFigure
from betang.planning.queries import PARTS_EXCEED, SAID_TWICE, WAITING, PurseView, TargetView
from betang.web.templatetags.betang import number

# What a mark says, in at most four words; msgids.
_TAGS: Mapping[str, str] = {
    PARTS_EXCEED: gettext_noop("Bagian melebihi target"),
    SAID_TWICE: gettext_noop("Dibuat dua instansi"),
    WAITING: gettext_noop("Usulan menunggu"),
}


# The same, whole, with what can be done about it; msgids.
_SENTENCES: Mapping[str, str] = {
    PARTS_EXCEED: gettext_noop("Bagian-bagian wilayah ini bersama lebih banyak daripada targetnya."),
    SAID_TWICE: gettext_noop("Dua instansi membuat target yang sama; yang dibuat lebih dulu yang dihitung."),
    WAITING: gettext_noop("Ada angka yang menunggu putusan pemilik datanya."),
}
_ORDER: Mapping[str, int] = {code: place for place, code in enumerate(SOURCE.codes)}


@dataclass(frozen=True)
class TargetRow:
    """A target as a row: `numbers` in the order of the negotiation, `note` what its parts say."""

    told: TargetView
    source: str
    numbers: tuple[int | None, ...]
    note: str
    tags: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class PurseRow:
    """A purse as a row, its amounts as people say them; `is_own` where the reader's region covers it."""

    told: PurseView
    source: str
    told_as: str
    unit_value: str
    cap: str
    ceiling: str
    is_own: bool


@dataclass(frozen=True)
class Check:
    """A sentence under a table; `adds` is whether it holds."""

    adds: bool
    sentence: str


def target_rows(views: Iterable[TargetView]) -> list[TargetRow]:
    """By place, and there in the order in which sources are offered everywhere."""
    return [_row(view) for view in sorted(views, key=lambda view: (view.region_code, _ORDER[view.source]))]


def _row(view: TargetView) -> TargetRow:
    return TargetRow(
        told=view,
        source=_(SOURCE.label(view.source)),
        numbers=tuple(getattr(view, name) for name in NUMBERS),
        note=_parts(view),
        tags=tuple(_(_TAGS[mark]) for mark in view.marks),
        sentences=tuple(_(_SENTENCES[mark]) for mark in view.marks),
    )


def _parts(view: TargetView) -> str:
    """What the parts of the region sum to beside its own number, or nothing where none of them has one."""
    if view.parts_homes is None or view.homes is None:
        return ""
    gap = view.parts_homes - view.homes
    said = {"parts": number(view.parts_homes), "gap": number(abs(gap))}
    if gap > 0:
        return _("Bagian: %(parts)s, lebih %(gap)s") % said
    return _("Bagian: %(parts)s, belum dibagi %(gap)s") % said if gap else _("Bagian: %(parts)s, habis dibagi") % said


def totals(rows: Sequence[TargetRow]) -> tuple[int | None, ...]:
    """Per number of the negotiation what the sources sum to; None where none of them says it."""
    columns = zip(*(row.numbers for row in rows), strict=True) if rows else ((),) * len(NUMBERS)
    said = ([each for each in column if each is not None] for column in columns)
    return tuple(sum(column) if column else None for column in said)


def sum_of_sources(figure: TargetFigure) -> Check:
    """The target written out by source."""
    parts = " + ".join(f"{_(SOURCE.label(source))} {number(homes)}" for source, homes in figure.by_source.items())
    said = {"parts": parts, "whole": number(figure.homes)}
    return Check(True, _("Menurut sumber dana: %(parts)s = %(whole)s rumah.") % said)


def parts_that_exceed(rows: Iterable[TargetRow]) -> list[Check]:
    """A sentence for every source of which the parts have more than the whole."""
    return [Check(False, _exceeding(row)) for row in rows if PARTS_EXCEED in row.told.marks]


def _exceeding(row: TargetRow) -> str:
    parts, whole = row.told.parts_homes or 0, row.told.homes or 0
    said = {"source": row.source, "parts": number(parts), "gap": number(parts - whole), "whole": number(whole)}
    return _("%(source)s: bagian-bagiannya berjumlah %(parts)s, %(gap)s lebih banyak daripada target %(whole)s.") % said


def sum_of_parts(figure: TargetFigure) -> Check | None:
    """The target beside what the parts of the region sum to; None where they are all there is, or there are none."""
    if figure.parts is None or figure.is_of_parts:
        return None
    said = {"parts": number(figure.parts), "whole": number(figure.homes), "gap": number(abs(figure.gap))}
    if figure.gap > 0:
        return Check(
            False, _("Bagian-bagiannya berjumlah %(parts)s, %(gap)s lebih banyak daripada target %(whole)s.") % said
        )
    if figure.gap:
        return Check(True, _("Bagian-bagiannya berjumlah %(parts)s; %(gap)s rumah belum dibagi.") % said)
    return Check(True, _("Bagian-bagiannya berjumlah sama dengan target, %(whole)s.") % said)


def purse_rows(who: Acting, views: Sequence[PurseView], *, region_code: str) -> list[PurseRow]:
    """The money that pays in a region, and that of its parts, by source."""
    keys = {view.id: PurseKey(view.year, view.region_code, view.source, view.work) for view in views}
    here = set(in_force(keys.values(), region_code=region_code))
    shown = [view for view in views if keys[view.id] in here or not is_within(region_code, view.region_code)]
    return [_purse(who, view) for view in sorted(shown, key=lambda view: (_ORDER[view.source], view.region_code))]


def _purse(who: Acting, view: PurseView) -> PurseRow:
    return PurseRow(
        told=view,
        source=_(SOURCE.label(view.source)),
        told_as=_name(view),
        unit_value=amount(view.unit_value_rupiah),
        cap=amount(view.cap_rupiah),
        ceiling=amount(view.ceiling_rupiah),
        is_own=who.covers(view.region_code),
    )


def _name(view: PurseView) -> str:
    """What the money is called, and which work it pays for where the name does not say so."""
    work = _(WORK.label(view.work)) if view.work else _("Semua pekerjaan")
    if not view.name:
        return work
    return f"{view.name}, {work}" if view.work and work.lower() not in view.name.lower() else view.name


def amount(rupiah: int | None) -> str:
    """`Rp 20 juta`; nothing for what is not known."""
    return "" if rupiah is None else money.short_rupiah(rupiah)
