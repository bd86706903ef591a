"""What does a form of coordination ask, and with which answers to choose from?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from betang.accounts.queries import Acting
from betang.coordination.domain.fields import BY_NAME, Kind
from betang.journal.domain.records import FieldType, Value
from betang.organisation import queries as organisation
from betang.register.domain.fields import Field
from betang.register.domain.parsing import read_fields
from betang.register.domain.parsing import write as write_value
from betang.web.register import listing
from betang.web.register.forms import Group, Option, Question
from betang.web.register.layout import Groups

FILE = "berkas"
_ELSEWHERE = ""  # no office of the list: its name is typed

_WIDGETS: Mapping[FieldType, str] = {FieldType.INTEGER: "number", FieldType.CODE: "radios"}
_LONG = frozenset({"purpose", "course", "significance", "note", "text", "quote", "gist", "answer", "proof", "evidence"})
_MANY = 4  # from so many answers on, they are chosen from a list that opens
_WIDTHS: Mapping[str, int] = {"held_date": 18, "due_date": 18, "since_date": 18, "starts": 8, "ends": 8, "threshold": 8}
_HINTS: Mapping[str, str] = {
    "starts": gettext_noop("Misalnya 08.30."),
    "platform": gettext_noop("Misalnya Zoom. Kosongkan bila semua di ruang."),
    "function": gettext_noop("Seperti tertulis di daftar hadir."),
    "quote": gettext_noop("Kata-kata pembicara, tanpa tanda kutip."),
    "office": gettext_noop("Isi bila tidak ada di daftar."),
    "invited": gettext_noop("Isi bila tidak ada di daftar."),
    "responsible": gettext_noop("Isi bila tidak ada di daftar."),
}
_SOURCES: Mapping[Kind, str] = {
    Kind.MEETING: gettext_noop("Siaran pers, undangan, atau catatan sekretaris."),
    Kind.COMMITMENT: gettext_noop("PBG atau BPHTB, atau sumber dana rumah yang dihitung. Kosong: semuanya."),
}
_OFFICES: Mapping[str, str] = {
    "invited_id": gettext_noop("Instansi di daftar"),
    "office_id": gettext_noop("Instansi di daftar"),
    "responsible_id": gettext_noop("Penanggung jawab"),
}
# The same field is called otherwise where an office can be chosen above it.
_OTHERWISE: Mapping[str, str] = {
    "invited": gettext_noop("Instansi lain"),
    "responsible": gettext_noop("Penanggung jawab lain"),
}

_NONE_OF: Mapping[str, str] = {"metric": gettext_noop("Tidak diukur"), "level": gettext_noop("Menurut wilayahnya")}

MEETING: Groups = (
    (gettext_lazy("Rapat"), ("title", "occasion", "programme", "region_code", "purpose")),
    (gettext_lazy("Waktu dan tempat"), ("held_date", "starts", "ends", "room", "building", "city", "platform")),
    (gettext_lazy("Catatan sekretaris"), ("chair", "course", "significance", "source", "note")),
)


def questions(kind: Kind, names: Iterable[str], *, required: Iterable[str] = ()) -> tuple[Question, ...]:
    """The questions about these fields, unanswered."""
    must = frozenset(required)
    fields = BY_NAME[kind]
    return tuple(replace(_question(kind, fields[name]), is_required=name in must) for name in names)


def groups(kind: Kind, layout: Groups, *, required: Iterable[str] = ()) -> tuple[Group, ...]:
    """The same, under headings."""
    return tuple(Group(legend, questions(kind, names, required=required)) for legend, names in layout)


def _question(kind: Kind, each: Field) -> Question:
    options = _codes(each)
    widget = "long" if each.name in _LONG else _WIDGETS.get(each.type, "text")
    return Question(
        name=each.name,
        label=_(_OTHERWISE.get(each.name) or _OFFICES.get(each.name) or each.label),
        widget="choice" if widget == "radios" and len(options) > _MANY else widget,
        hint=_hint(kind, each),
        value=options[0].value if widget == "radios" and options else "",
        options=options,
        width=_WIDTHS.get(each.name, 0),
    )


def _hint(kind: Kind, each: Field) -> str:
    if each.type is FieldType.DATE:
        return _("Misalnya 2 Juli 2025 atau 02/07/2025.")
    said = _SOURCES.get(kind, "") if each.name == "source" else _HINTS.get(each.name, "")
    return _(said) if said else ""


def _codes(each: Field) -> tuple[Option, ...]:
    if each.codes is None:
        return ()
    offered = tuple(Option(code, _(label)) for code, label in each.codes.labels.items())
    return (Option("", _(_NONE_OF[each.name])), *offered) if each.name in _NONE_OF else offered


def file_question(label: str, hint: str) -> Question:
    """A question that is answered with a file."""
    return Question(FILE, label, widget="file", hint=hint)


def placed(asked: Question, who: Acting, today: date, *, chosen: str = "") -> Question:
    """A question about a place or an office, with those to choose from."""
    if asked.name == "region_code":
        return replace(asked, widget="choice", options=places(who, chosen or asked.value), value=chosen or asked.value)
    if asked.name in _OFFICES:
        return replace(asked, widget="choice", options=offices(today))
    return asked


def places(who: Acting, chosen: str) -> tuple[Option, ...]:
    """The region that somebody works in, the places one step down, and those below the chosen one."""
    own = organisation.label(who.region_code) or who.region_code
    return (Option(who.region_code, own), *listing.region_options(who, chosen))


def offices(today: date) -> tuple[Option, ...]:
    """Every office that works on this day, under the place it is for."""
    known = [each for each in organisation.agencies() if each.works_on(today)]
    names = organisation.names({each.region_code for each in known})
    offered = (Option(str(each.id), each.name, names.get(each.region_code, each.region_code)) for each in known)
    return (Option(_ELSEWHERE, _("Belum dipilih, atau tidak ada di daftar")), *offered)


def answered(asked: Question, kind: Kind, values: Mapping[str, Value]) -> Question:
    """The question with what is on record."""
    each, value = BY_NAME[kind].get(asked.name), values.get(asked.name)
    if each is None or value is None:
        return asked
    return replace(asked, value=str(value) if each.type is FieldType.CODE else write_value(each, value))


def read(kind: Kind, asked: Sequence[Question], post: QueryDict) -> dict[str, Value]:
    """What was typed, as values; what was left empty is unknown. Raises `FieldsRefused`."""
    fields = BY_NAME[kind]
    return read_fields(fields, {each.name: post.get(each.name, "") for each in asked if each.name in fields})
