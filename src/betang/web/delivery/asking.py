"""What does a form of delivery ask, and with which answers to choose from?"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from betang.accounts.queries import Acting
from betang.delivery.domain.fields import BY_NAME, Kind
from betang.journal.domain.records import FieldType, Value
from betang.journal.domain.sealed import Sealed
from betang.organisation import queries as organisation
from betang.planning import queries as planning
from betang.planning.domain.pledges import PledgeState
from betang.register.domain.fields import Field
from betang.register.domain.parsing import write as write_value
from betang.register.queries import masked
from betang.web.register import listing, villages
from betang.web.register.forms import Group, Option, Question
from betang.web.register.layout import Groups

_WIDGETS: Mapping[FieldType, str] = {
    FieldType.INTEGER: "number",
    FieldType.DECIMAL: "number",
    FieldType.CODE: "choice",
    FieldType.SEALED: "secret",
}
_LONG = frozenset({"note"})
_RADIOS = frozenset({"stage", "work", "outcome"})
_WIDTHS: Mapping[str, int] = {
    "latitude": 14, "longitude": 14, "amount_rupiah": 16, "charge_rupiah": 16, "nik": 18, "homes": 8, "unit_number": 12,
    "case_number": 28, "musdes_decree": 28, "tax_object": 24, "month": 18,
}  # fmt: skip
_HINTS: Mapping[str, str] = {
    "nik": gettext_noop("16 angka seperti di KTP. Boleh kosong bila belum diketahui; disimpan tersegel."),
    "latitude": gettext_noop("Derajat desimal, misalnya 0,0712 atau −0,0412."),
    "longitude": gettext_noop("Derajat desimal, misalnya 111,6532."),
    "case_number": gettext_noop("Seperti tertulis di surat; laporan dengan nomor yang sama dihitung satu rumah."),
    "unit_number": gettext_noop("Nomor unit atau kaveling di daftar kantor Anda."),
    "homes": gettext_noop("Jumlah rumah pada tahap itu sampai akhir bulan."),
    "document": gettext_noop("Nomor atau judul surat yang memuat angka ini."),
    "complete_date": gettext_noop("Sepuluh hari kerja dihitung sesudah hari ini. Misalnya 2 Juli 2025."),
    "caption": gettext_noop("Tanpa nama orang."),
    "recipient": gettext_noop("Hanya terlihat oleh kantor yang berwenang."),
}
_MONTHS = 24  # so far back a month may be reported
_DATE_HINT = gettext_noop("Misalnya 2 Juli 2025 atau 02/07/2025.")


def groups(kind: Kind, layout: Groups, *, required: Iterable[str] = ()) -> tuple[Group, ...]:
    """The questions of a form, unanswered, under their headings."""
    must = frozenset(required)
    return tuple(Group(legend, tuple(question(kind, name, must) for name in names)) for legend, names in layout)


def question(kind: Kind, name: str, required: Iterable[str] = ()) -> Question:
    """One question about a field, unanswered."""
    each = BY_NAME[kind][name]
    return Question(
        name=name,
        label=_with_unit(each),
        widget=_widget(each),
        hint=_(_HINTS[name]) if name in _HINTS else _(_DATE_HINT) if each.type is FieldType.DATE else "",
        options=_options(each, is_required=name in required),
        width=18 if each.type is FieldType.DATE else _WIDTHS.get(name, 0),
        is_required=name in required,
    )


def _widget(each: Field) -> str:
    if each.name in _LONG:
        return "long"
    return "radios" if each.name in _RADIOS else _WIDGETS.get(each.type, "text")


def _with_unit(each: Field) -> str:
    label = _(each.label)
    return f"{label}, {_(each.unit)}" if each.unit not in ("", "°", "rumah") else label


def _options(each: Field, *, is_required: bool) -> tuple[Option, ...]:
    if not each.codes:
        return ()
    offered = tuple(Option(code, _(label)) for code, label in each.codes.labels.items())
    if is_required and each.name in _RADIOS:
        return offered
    nothing = "Pilih" if is_required else _NOTHING.get(each.name, "Belum diketahui")
    return (Option("", _(nothing)), *offered)


# What an answer that is left open means; msgids.
_NOTHING: Mapping[str, str] = {"outcome": gettext_noop("Belum diputuskan")}


def months(asked: Question, today: date) -> Question:
    """The question about a month, with the last of them to choose from."""
    counted = range(today.year * 12 + today.month - 1, today.year * 12 + today.month - 1 - _MONTHS, -1)
    firsts = [date(number // 12, number % 12 + 1, 1) for number in counted]
    options = tuple(Option(day.isoformat(), date_format(day, "F Y")) for day in firsts)
    return replace(asked, widget="choice", hint="", options=(Option("", _("Pilih bulan")), *options))


def placed(asked: Question, who: Acting, region_code: str = "") -> Question:
    """A question about a place or an offer, with those to choose from."""
    if asked.name == "village_code":
        return villages.offered(asked, region_code[:5] or who.region_code)
    if asked.name == "region_code":
        return replace(asked, widget="choice", options=places(who))
    if asked.name == "pledge":
        return replace(asked, widget="choice", options=_pledges(who))
    return asked


def places(who: Acting, chosen: str = "") -> tuple[Option, ...]:
    """The region that somebody works in, the places one step down, and those below the chosen one."""
    own = organisation.label(who.region_code) or who.region_code
    return (Option(who.region_code, own), *listing.region_options(who, chosen))


def _pledges(who: Acting) -> tuple[Option, ...]:
    taken = [each for each in planning.pledges(who) if each.state is PledgeState.ACCEPTED]
    offered = (Option(str(each.id), f"{each.agency}, {each.place}") for each in taken)
    return (Option("", _("Bukan dari tawaran")), *offered)


def answered(asked: Question, kind: Kind, values: Mapping[str, Value]) -> Question:
    """The question with what is on record; a number of a person only masked, in the hint."""
    each, value = BY_NAME[kind].get(asked.name), values.get(asked.name)
    if each is None or value is None:
        return asked
    if isinstance(value, Sealed):
        now = _("Sekarang %(masked)s. Isi hanya bila berubah.") % {"masked": masked(value)}
        return replace(asked, hint=now)
    is_code = each.type in (FieldType.CODE, FieldType.ENTITY)
    return replace(asked, value=str(value) if is_code else write_value(each, value))
