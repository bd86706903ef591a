"""How is a value of the register said in the language of the reader?"""

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from betang.accounts.domain.roles import LABELS, Role
from betang.journal.domain.records import FieldType, Value
from betang.kernel import money
from betang.organisation import queries as organisation
from betang.register.domain.fields import Field
from betang.web.templatetags import betang as marks

_YEARS = frozenset({"build_year", "year"})


def written(each: Field, value: Value) -> str:
    """The value with its unit; "belum diketahui" for none. A personal number must come masked."""
    if value is None or value == "":
        return _("belum diketahui")
    if each.name == "village_code":
        return organisation.label(str(value)) or str(value)
    return _SAID.get(each.type, _text)(each, value)


def label(each: Field) -> str:
    """What the field is called."""
    return _(each.label)


def inside_a_sentence(label: str) -> str:
    """A label with a small first letter, unless it begins with an abbreviation."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def _text(each: Field, value: Value) -> str:
    return str(value)


def _number(each: Field, value: Value) -> str:
    if each.name in _YEARS:
        return str(value)
    if each.unit == "Rp":
        return money.rupiah(int(str(value)))
    figure = marks.number(value).replace("-", "−")  # type: ignore[arg-type]  # the type of the field says so
    return f"{figure}{'' if each.unit == '°' else ' '}{_(each.unit)}" if each.unit else figure


def _day(each: Field, value: Value) -> str:
    return marks.day(value) if isinstance(value, date) else str(value)


def _code(each: Field, value: Value) -> str:
    return _(each.codes.label(str(value))) if each.codes else str(value)


def _codes(each: Field, value: Value) -> str:
    return ", ".join(_code(each, code) for code in value) if isinstance(value, list) else str(value)


def _yes_no(each: Field, value: Value) -> str:
    return _("Ya") if value else _("Tidak")


_SAID: Mapping[FieldType, Callable[[Field, Value], str]] = {
    FieldType.INTEGER: _number,
    FieldType.DECIMAL: _number,
    FieldType.DATE: _day,
    FieldType.CODE: _code,
    FieldType.CODES: _codes,
    FieldType.BOOLEAN: _yes_no,
}


def role(name: str) -> str:
    """A role as a word in a sentence."""
    label = _(LABELS[Role(name)]) if name in set(Role) else name
    return inside_a_sentence(label)
