"""How does a list go in that lies here already: after a trial, a stop, a fault or an undo?"""

from uuid import UUID

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.intake import queries
from betang.intake.commands.receiving import content_of, receive
from betang.intake.models import Batch
from betang.kernel.errors import NotAllowed, Refusal

# A list waits as `unmapped` too when its office has meanwhile explained the same headings for another one.
_TO_TAKE = frozenset({"unmapped", "failed", "cancelled", "undone"})


def take_again(acting: Acting, batch_id: UUID) -> Batch:
    """Hands the file in as it came, so that nobody has to send it again.

    What was stopped goes on under its own id; a list that was tried or undone comes in as a new one. Raises
    `NotAllowed` for another office's, `Refusal` for one that is at work, that is in, or whose file is gone.
    """
    found = queries.batch(acting, batch_id)
    require(acting, Ability.TAKE_IN, found.region_code)
    if acting.agency_id != found.agency_id:
        raise NotAllowed(
            "Daftar ini dikirim kantor lain; hanya kantor itu yang dapat memasukkannya.", code="not_your_list_to_take"
        )
    if found.state not in _TO_TAKE and not (found.is_trial and found.state == "done"):
        raise Refusal(
            "Daftar ini sudah masuk atau sedang dikerjakan, jadi tidak dimasukkan lagi.", code="nothing_to_take_again"
        )
    content = content_of(Batch.objects.get(pk=batch_id))
    return receive(acting, found.file_name, content, is_trial=found.is_trial and found.state != "done")


def take_tried(acting: Acting, batch_id: UUID) -> Batch:
    """Takes in a list that was only tried. Raises `Refusal` for one that was not, else as `take_again`."""
    if not queries.batch(acting, batch_id).is_trial:
        raise Refusal("Daftar ini bukan uji coba.", code="not_a_trial")
    return take_again(acting, batch_id)
