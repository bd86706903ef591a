"""What does each side of a comparison say: the register of a region, a list that was sent, or a file?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, TypeVar
from uuid import UUID

from django.utils import timezone

from betang.accounts.queries import Acting
from betang.intake import queries
from betang.intake.commands import side_entries
from betang.intake.commands.looking_up import look_up
from betang.intake.commands.opening import Opened
from betang.intake.commands.receiving import content_of
from betang.intake.commands.remembering import opened_for
from betang.intake.domain import file_names
from betang.intake.domain.comparing_entries import Side, common_region
from betang.intake.domain.comparing_told import Named
from betang.intake.domain.mapping import NeedsMapping
from betang.intake.models import Batch
from betang.kernel.errors import Malformed, NotAllowed, Refusal
from betang.organisation import queries as organisation
from betang.register import queries as register
from betang.register.queries import ListFilters

T = TypeVar("T")
# How many rows of a side are done since it was last told.
Tell: TypeAlias = Callable[[int], None]
_TELL_EVERY = 500


class SideKind(StrEnum):
    """Where the rows of a side come from."""

    REGISTER = "register"
    BATCH = "batch"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A side as it was chosen: the register needs no more, a list its id, a file its name and content."""

    kind: SideKind
    batch: UUID | None = None
    file_name: str = ""
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Source:
    """A side that can be read, and how many rows or families it has."""

    total: int
    read: Callable[[Tell], tuple[Side, Named]]


def open_side(acting: Acting, chosen: Chosen) -> Source:
    """Raises NotAllowed for another office's list, Refusal for one whose file is gone, Malformed for no list at all."""
    return _OPENERS[chosen.kind](acting, chosen)


def label_of(acting: Acting, chosen: Chosen) -> str:
    """What a side is called."""
    if chosen.kind is SideKind.REGISTER:
        return organisation.label(acting.region_code)
    return _batch(acting, chosen).file_name if chosen.kind is SideKind.BATCH else file_names.clean(chosen.file_name)


def _open_register(acting: Acting, chosen: Chosen) -> Source:
    filters = ListFilters(region_code=acting.region_code)
    total = register.families_fitting(acting, filters)

    def read(tell: Tell) -> tuple[Side, Named]:
        helped = register.families_aided(acting)
        cards = _telling(register.bulk_cards(acting, filters, side_entries.COLUMNS), tell)
        found = [side_entries.of_card(order, card, helped) for order, card in enumerate(cards)]
        side = Side(acting.region_code, found, is_register=True)
        return side, _named(side, SideKind.REGISTER, label_of(acting, chosen), ())

    return Source(total, read)


def _open_batch(acting: Acting, chosen: Chosen) -> Source:
    batch = _batch(acting, chosen)
    return _of_list(acting, chosen, _opened(acting, content_of(batch), columns=batch.columns))


def _batch(acting: Acting, chosen: Chosen) -> Batch:
    view = queries.batch(acting, chosen.batch or UUID(int=0))
    if view.agency_id != acting.agency_id:
        raise NotAllowed(
            "Daftar ini dikirim kantor lain, jadi isinya tidak dapat dibandingkan. Minta berkasnya, lalu pilih berkas "
            "itu.",
            code="not_your_list_to_compare",
        )
    return Batch.objects.get(pk=view.id)


def _open_file(acting: Acting, chosen: Chosen) -> Source:
    return _of_list(acting, chosen, _opened(acting, chosen.content))


def _opened(acting: Acting, content: bytes, *, columns: Mapping[str, str | None] | None = None) -> Opened:
    try:
        opened = opened_for(acting, content, columns=columns)
    except NeedsMapping as unknown:
        raise Malformed(
            "Judul kolom daftar ini belum dikenal: %(known)d dari %(all)d dapat ditebak. Unggah dulu daftarnya untuk "
            "mencocokkan judulnya (boleh sebagai uji coba), lalu bandingkan lagi.",
            code="needs_mapping_first",
            **unknown.params,
        ) from None
    if opened.workbook is not None:
        raise Refusal(
            "Daftar rumah yang dibangun dan daftar kasus tidak dapat dibandingkan di sini: yang dibandingkan daftar "
            "keluarga. Pilih daftar keluarga.",
            code="not_a_list_of_families",
        )
    return opened


_OPENERS: Mapping[SideKind, Callable[[Acting, Chosen], Source]] = {
    SideKind.REGISTER: _open_register,
    SideKind.BATCH: _open_batch,
    SideKind.FILE: _open_file,
}


def _of_list(acting: Acting, chosen: Chosen, opened: Opened) -> Source:
    def read(tell: Tell) -> tuple[Side, Named]:
        known = look_up(opened, region=acting.region_code, today=timezone.localdate())
        found, unread = side_entries.of_rows(_telling(opened.rows(), tell), known)
        region_code = common_region([entry.village_code for entry in found], otherwise=acting.region_code)
        sheets = tuple(file_names.clean(sheet.raw.name) for sheet in opened.sheets)
        side = Side(region_code, found, unread)
        return side, _named(side, chosen.kind, label_of(acting, chosen), sheets)

    return Source(opened.total, read)


def _named(side: Side, kind: SideKind, label: str, sheets: tuple[str, ...]) -> Named:
    latest = max((entry.observed for entry in side.entries if entry.observed), default=None)
    return Named(kind.value, label, sheets, side.region_code, latest)


def _telling(items: Iterable[T], tell: Tell) -> Iterator[T]:
    """The items as they are, and now and then word of how many there were since the last time."""
    done = 0
    for item in items:
        yield item
        done += 1
        if done == _TELL_EVERY:
            tell(done)
            done = 0
    tell(done)
