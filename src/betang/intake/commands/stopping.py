"""Who may stop a list that is being taken in?"""

from uuid import UUID

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.intake import queries
from betang.jobs import commands as jobs
from betang.kernel.errors import NotAllowed


def cancel(acting: Acting, batch_id: UUID) -> None:
    """Stop a list of one's own office between two groups; what went in stays, and the same file goes on with the rest.

    A list that is over stays as it is. Raises `NotAllowed` for another office's, `Refusal` for one that is not there.
    """
    found = queries.batch(acting, batch_id)
    require(acting, Ability.TAKE_IN, found.region_code)
    if acting.agency_id != found.agency_id:
        raise NotAllowed(
            "Daftar ini dikirim kantor lain; hanya kantor itu yang dapat menghentikannya.", code="not_your_list_to_stop"
        )
    if found.job_id and not found.is_over:
        jobs.cancel(found.job_id)
