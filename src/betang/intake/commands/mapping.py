"""What does an office say that the headings of its list mean, and what becomes of the list then?"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.intake import queries
from betang.intake.commands.receiving import content_of, hand_in, settle, taken_over
from betang.intake.commands.remembering import opened_for, remember
from betang.intake.domain.mapping import Guess, NeedsMapping
from betang.intake.models import Batch
from betang.kernel.errors import NotAllowed, Refusal


@dataclass(frozen=True, slots=True)
class MappingView:
    """What the page asks: every heading with our guess and some of what stands below it, long numbers masked."""

    batch_id: UUID
    file_name: str
    guesses: tuple[Guess, ...]


def mapping_view(acting: Acting, batch_id: UUID) -> MappingView:
    """Raises Refusal for a list that needs no mapping (any more), NotAllowed for another office's."""
    batch = _unmapped(acting, batch_id)
    try:
        opened_for(acting, content_of(batch))
    except NeedsMapping as needed:
        return MappingView(batch.id, batch.file_name, needed.guesses)
    # Since then the office has explained the same headings for another list: so they are known, and it goes in.
    raise _is_known()


def map_columns(acting: Acting, batch_id: UUID, columns: Mapping[str, str | None]) -> Batch:
    """Reads the list as said (heading to key, None to pass over), remembers it for the office, and hands it in.

    Raises Malformed where the list cannot be read so.
    """
    batch = _unmapped(acting, batch_id)
    opened = opened_for(acting, content_of(batch), columns=columns)
    remember(acting, opened)
    return hand_in(settle(taken_over(acting, batch), opened))


def _unmapped(acting: Acting, batch_id: UUID) -> Batch:
    found = queries.batch(acting, batch_id)
    require(acting, Ability.TAKE_IN, found.region_code)
    if acting.agency_id != found.agency_id:
        raise NotAllowed(
            "Daftar ini dikirim kantor lain; hanya kantor itu yang dapat mencocokkan judulnya.",
            code="not_your_list_to_map",
        )
    batch = Batch.objects.get(pk=batch_id)
    if batch.state != "unmapped":
        raise _is_known()
    return batch


def _is_known() -> Refusal:
    return Refusal(
        "Judul daftar ini sudah dikenal, jadi tidak perlu dicocokkan lagi. Unggah lagi berkasnya.", code="is_mapped"
    )
