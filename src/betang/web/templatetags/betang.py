"""How are numbers, dates, ages and signs written on a page?"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from betang.kernel import money

register = template.Library()

# Drawn on 24 x 24 with one stroke; colour and width come from the style sheet.
ICONS = {
    "check": '<path d="M4 12.5l5 5L20 6.5"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.5l3.5 2"/>',
    "warning": '<path d="M12 4 2.5 20h19zM12 10v5M12 17.6v.1"/>',
    "cross": '<path d="M6 6l12 12M18 6 6 18"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "upload": '<path d="M12 16V5M7 9.5l5-5 5 5M4 20h16"/>',
    "download": '<path d="M12 4v11M7 10.5l5 5 5-5M4 20h16"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "undo": '<path d="M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4"/>',
    "print": '<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"/>',
    "page": '<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>',
    "lock": '<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>',
    "eye": '<path d="M2.5 12S6 6 12 6s9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6z"/><circle cx="12" cy="12" r="2.5"/>',
    "edit": '<path d="M4 20h4L19 9l-4-4L4 16zM13 7l4 4"/>',
    "right": '<path d="M9 5l7 7-7 7"/>',
}
_MONTH_DAYS = 30.44


@register.simple_tag
def icon(name: str) -> SafeString:
    """A sign that goes with a word, and is nothing to a screen reader."""
    return format_html(
        '<svg class="i" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        mark_safe(ICONS[name]),  # noqa: S308  # from the table above
    )


@register.filter
def number(value: int | float | Decimal | None, places: int | None = None) -> str:
    """`11.862`, `36,5`; unknown is said in words."""
    if value is None:
        return gettext("belum diketahui")
    text = f"{value:,.{places}f}" if places is not None else f"{value:,}"
    if places is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    if formats.get_format("DECIMAL_SEPARATOR") == ",":
        return text.translate(str.maketrans(",.", ".,"))
    return text


@register.filter
def share(part: int, whole: int) -> str:
    """`44,0 %`, for a column of parts that add up."""
    return f"{number(100 * part / whole, 1)} %" if whole else "–"


@register.filter
def rupiah(value: int | None) -> str:
    """`Rp 1.500.000`."""
    return gettext("belum diketahui") if value is None else money.rupiah(value)


@register.filter
def day(value: date | datetime | None) -> str:
    """`2 Juli 2025`."""
    if value is None:
        return gettext("belum diketahui")
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    return formats.date_format(local, "j F Y")


@register.filter
def moment(value: datetime | None) -> str:
    """`2 Juli 2025 pukul 08.40`."""
    if value is None:
        return gettext("belum diketahui")
    local = timezone.localtime(value)
    return gettext("%(day)s pukul %(time)s") % {"day": day(local), "time": f"{local:%H.%M}"}


@register.filter
def age(value: date | datetime | None) -> str:
    """`7 minggu lalu`, from today; nothing for what has no date."""
    if value is None:
        return ""
    then = timezone.localtime(value).date() if isinstance(value, datetime) else value
    days = (timezone.localdate() - then).days
    return _ago(days)


def _ago(days: int) -> str:
    if days <= 0:
        return gettext("hari ini")
    if days < 14:
        return ngettext("%(n)d hari lalu", "%(n)d hari lalu", days) % {"n": days}
    if days < 61:
        return ngettext("%(n)d minggu lalu", "%(n)d minggu lalu", days // 7) % {"n": days // 7}
    if days < 730:
        months = round(days / _MONTH_DAYS)
        return ngettext("%(n)d bulan lalu", "%(n)d bulan lalu", months) % {"n": months}
    return ngettext("%(n)d tahun lalu", "%(n)d tahun lalu", days // 365) % {"n": days // 365}


@register.filter
def known(value: object) -> object:
    """The value, or "belum diketahui" for none; zero stays zero."""
    return gettext("belum diketahui") if value is None or value == "" else value


@register.simple_tag
def said(msgid: str) -> str:
    """A sentence or label of a room in the language of the page."""
    return gettext(msgid) if msgid else ""


@register.simple_tag
def wrong(errors: Sequence[Mapping[str, str]], field: str) -> SafeString:
    """What is wrong with a field, again beside it; more than in the summary where there is more to say."""
    here = [error for error in errors or () if error["field"] == field]
    told = ((field, error.get("more") or error["sentence"]) for error in here)
    return format_html_join("", '<span class="field-error" id="{}-e">{}</span>', told)


@register.simple_tag
def marked(errors: Sequence[Mapping[str, str]], field: str) -> SafeString:
    """The attributes that tie a field to what is wrong with it."""
    is_wrong = any(error["field"] == field for error in errors or ())
    return format_html(' aria-invalid="true" aria-describedby="{}-e"', field) if is_wrong else format_html("{}", "")
