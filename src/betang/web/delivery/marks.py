"""What is said of a report that was taken with a remark?"""

from collections.abc import Iterable, Mapping

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

# By the mark that a report gets; msgids.
SAID: Mapping[str, str] = {
    "over_cap": gettext_noop("Nilai bantuan melebihi batas sumber dana ini. Laporan tetap diterima; periksa nilainya."),
    "known_home": gettext_noop("Rumah ini ada di laporan lain juga. Semua laporan tersimpan, rumahnya dihitung satu."),
    "several_sources": gettext_noop("Rumah ini dilaporkan dari beberapa sumber dana. Rumahnya tetap dihitung satu."),
}


def sentences(marks: Iterable[str]) -> list[str]:
    """What the marks say, in the language of the page."""
    return [_(SAID[mark]) for mark in marks if mark in SAID]


def tell(request: HttpRequest, saved: str, marks: Iterable[str]) -> None:
    """Say that a report is taken, and what is to be known of it."""
    messages.success(request, saved, extra_tags="ok")
    for sentence in sentences(marks):
        messages.warning(request, sentence, extra_tags="wait")
