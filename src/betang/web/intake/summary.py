"""What can be pasted into a message to the office that sent a list, without anybody's name or number?"""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_noop as noop

from betang.intake.queries import BatchView, ReasonCount
from betang.organisation import queries as organisation
from betang.web.templatetags.betang import moment, number
from betang.web.templatetags.intake_words import reason

_TOP = 5
# By the code of the workbook; the list of families has none.
_COUNTED = {
    "": noop(
        "%(total)s baris: %(new)s keluarga baru, %(updated)s diperbarui, %(same)s tidak berubah, %(back)s dikembalikan."
    ),
    "rumah": noop(
        "%(total)s baris: %(new)s rumah baru, %(updated)s diperbarui, %(same)s tidak berubah, %(back)s dikembalikan."
    ),
    "kasus": noop(
        "%(total)s baris: %(new)s kasus baru, %(updated)s diperbarui, %(same)s tidak berubah, %(back)s dikembalikan."
    ),
}


def text(batch: BatchView, reasons: Sequence[ReasonCount], *, villages: int = 0) -> str:
    """Plain lines, since a message has no tables."""
    return "\n".join(_lines(batch, reasons, villages))


def _lines(batch: BatchView, reasons: Sequence[ReasonCount], villages: int) -> Iterator[str]:
    place = organisation.label(batch.region_code)
    yield gettext("Uji coba daftar %(file)s") % {"file": batch.file_name} if batch.is_trial else batch.file_name
    yield gettext("%(place)s, diunggah %(at)s") % {"place": place, "at": moment(batch.created_at)}
    yield ""
    yield _counts(batch)
    if villages:
        yield ngettext("Yang masuk dari %(n)s desa.", "Yang masuk dari %(n)s desa.", villages) % {"n": number(villages)}
    if batch.rows_left:
        left = gettext("%(n)s baris belum dikerjakan.")
        yield left % {"n": number(batch.rows_left)}
    if batch.flagged:
        flagged = gettext("%(n)s baris yang masuk perlu dilihat lagi.")
        yield flagged % {"n": number(batch.flagged)}
    if reasons:
        yield ""
        yield gettext("Dikembalikan karena:")
        yield from (_reason(each) for each in reasons[:_TOP])
        if more := reasons[_TOP:]:
            yield "- " + ngettext("%(n)d alasan lain", "%(n)d alasan lain", len(more)) % {"n": len(more)}
        yield ""
        yield gettext("Perbaiki di buku kerja yang dikembalikan, lalu kirim lagi. Yang sudah masuk tidak terulang.")


def _counts(batch: BatchView) -> str:
    return gettext(_COUNTED.get(batch.workbook, _COUNTED[""])) % {
        "total": number(batch.rows_total),
        "new": number(batch.accepted),
        "updated": number(batch.updated),
        "same": number(batch.unchanged),
        "back": number(batch.returned),
    }


def _reason(counted: ReasonCount) -> str:
    where = f" ({counted.reason.letter})" if counted.reason.letter else ""
    rows = ngettext("%(n)s baris", "%(n)s baris", counted.rows) % {"n": number(counted.rows)}
    return f"- {rows}: {reason(counted.reason)}{where}"
