"""Which two lists does the form name?"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest

from betang.accounts.queries import Acting
from betang.intake import queries as intake
from betang.intake.commands import Chosen, SideKind
from betang.intake.queries import BatchView
from betang.kernel.errors import BetangError, Malformed
from betang.web.errors import sentence
from betang.web.intake.forms import sent

_OFFERED = 50
# The words of the form, which stand in the page and nowhere else.
KINDS = {"register": SideKind.REGISTER, "daftar": SideKind.BATCH, "berkas": SideKind.FILE}
_FIELD = {"register": "", "daftar": "_daftar", "berkas": "_berkas"}


@dataclass(frozen=True, slots=True)
class SideAsked:
    """One side of the form as it was filled in, and what is wrong with it; a file must be chosen again."""

    letter: str
    kind: str
    batch: str = ""
    error: str = ""

    @property
    def field(self) -> str:
        """Where what is wrong is put right."""
        return f"{self.letter}{_FIELD[self.kind]}"


FIRST = (SideAsked("a", "register"), SideAsked("b", "berkas"))


def offered(who: Acting) -> list[BatchView]:
    """The lists of the person's own office whose file still rests here."""
    found = intake.batches(who, limit=_OFFERED)
    return [each for each in found if each.agency_id == who.agency_id and each.has_rows and each.state != "unmapped"]


def asked(request: HttpRequest, letter: str) -> SideAsked:
    kind = request.POST.get(letter, "")
    return SideAsked(letter, kind if kind in KINDS else "berkas", request.POST.get(f"{letter}_daftar", ""))


def chosen(request: HttpRequest, side: SideAsked) -> Chosen:
    """Raises Malformed where the form does not say which list or file is meant."""
    kind = KINDS[side.kind]
    if kind is SideKind.FILE:
        file = sent(request.FILES.get(f"{side.letter}_berkas"))
        return Chosen(kind, file_name=file.name, content=file.content)
    return Chosen(kind, batch=_batch(side.batch)) if kind is SideKind.BATCH else Chosen(kind)


def _batch(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Malformed("Daftar belum dipilih. Pilih satu dari daftar yang pernah diunggah.", code="no_list") from None


def wrong(sides: Iterable[SideAsked], *, ours: bool, error: BetangError) -> tuple[SideAsked, ...]:
    """The form again, with what is wrong beside the side that it is wrong with."""
    letter = "a" if ours else "b"
    return tuple(
        SideAsked(side.letter, side.kind, side.batch, sentence(error) if side.letter == letter else side.error)
        for side in sides
    )
