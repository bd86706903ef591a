"""Who asks, and of which list?"""

from uuid import UUID

from django.http import Http404, HttpRequest

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.intake import queries as intake
from betang.intake.queries import BatchView
from betang.kernel.errors import Refusal
from betang.web.acting import acting


def officer(request: HttpRequest) -> Acting:
    """Somebody who takes lists in; raises NotAllowed for anybody else."""
    who = acting(request)
    require(who, Ability.TAKE_IN, who.region_code)
    return who


def batch_of(who: Acting, batch_id: UUID) -> BatchView:
    """The batch; one of another region is answered exactly like one that does not exist."""
    try:
        return intake.batch(who, batch_id)
    except Refusal as refused:
        if refused.code == "unknown_batch":
            raise Http404 from None
        raise
