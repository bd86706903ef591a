"""How does a page say what was published, and where it does not add up?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from betang.figures.domain.codes import SUBJECT
from betang.figures.domain.statements import Rule
from betang.figures.queries import Statement, StatementCheck
from betang.organisation import queries as organisation
from betang.web.figures.table import Check
from betang.web.templatetags.betang import day, number


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A place with what was published of it, in the order of the subjects; None where nothing was."""

    place: str
    homes: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement as a table: its parts as rows, the whole at the end, the sums below."""

    told: Statement
    as_of: str
    subjects: tuple[str, ...]
    parts: tuple[PublishedRow, ...]
    whole: PublishedRow
    checks: tuple[Check, ...]
    missing: str


def shown(statements: Iterable[Statement]) -> list[Shown]:
    found = list(statements)
    codes = {check.region_code for each in found for check in each.checks}
    names = organisation.names(codes)
    return [_shown(each, names) for each in found]


def _shown(told: Statement, names: dict[str, str]) -> Shown:
    subjects = [code for code in SUBJECT.codes if any(each.subject == code for each in told.figures)]
    homes = {(each.region_code, each.subject): each.homes for each in told.figures}
    places = {each.region_code: each.place for each in told.figures if each.region_code != told.region_code}
    return Shown(
        told=told,
        as_of=day(told.as_of_date) if told.as_of_date else str(told.as_of_year),
        subjects=tuple(_(SUBJECT.label(code)) for code in subjects),
        parts=tuple(_row(place, code, subjects, homes) for code, place in places.items()),
        whole=_row(told.place, told.region_code, subjects, homes),
        checks=tuple(Check(check.adds, _sentence(check, names)) for check in told.checks),
        missing=", ".join(told.missing),
    )


def _row(place: str, code: str, subjects: Sequence[str], homes: dict[tuple[str, str], int]) -> PublishedRow:
    return PublishedRow(place, tuple(homes.get((code, subject)) for subject in subjects))


def _sentence(check: StatementCheck, names: dict[str, str]) -> str:
    said = {
        "place": names.get(check.region_code, check.region_code),
        "subject": _(SUBJECT.label(check.subject)),
        "terms": " + ".join(map(number, check.terms)),
        "found": number(check.found),
        "stated": number(check.stated),
        "gap": number(abs(check.gap)),
        "left": number(check.stated - check.terms[0]),
    }
    if check.adds:
        return _(_ADDS[check.rule]) % said
    return _((_MORE if check.gap > 0 else _LESS)[check.rule]) % said


_ADDS = {
    Rule.REMAINDER: gettext_noop("%(place)s: sudah ditangani dan tersisa, %(terms)s = %(found)s, cocok."),
    Rule.PARTS: gettext_noop("%(subject)s: %(terms)s = %(found)s, cocok."),
}
_MORE = {
    Rule.REMAINDER: gettext_noop(
        "%(place)s: sudah ditangani dan tersisa, %(terms)s = %(found)s; yang diterbitkan %(stated)s, lebih %(gap)s. "
        "Menurut RTLH dan yang ditangani, tersisa %(left)s."
    ),
    Rule.PARTS: gettext_noop("%(subject)s: %(terms)s = %(found)s; yang diterbitkan %(stated)s, lebih %(gap)s."),
}
_LESS = {
    Rule.REMAINDER: gettext_noop(
        "%(place)s: sudah ditangani dan tersisa, %(terms)s = %(found)s; yang diterbitkan %(stated)s, kurang %(gap)s. "
        "Menurut RTLH dan yang ditangani, tersisa %(left)s."
    ),
    Rule.PARTS: gettext_noop("%(subject)s: %(terms)s = %(found)s; yang diterbitkan %(stated)s, kurang %(gap)s."),
}
