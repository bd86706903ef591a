"""Who asks, and of what?"""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_noop

from betang.accounts.commands import require
from betang.accounts.queries import Ability, Acting
from betang.coordination.queries import MeetingView
from betang.kernel.errors import Malformed, NotAllowed
from betang.web.acting import acting
from betang.web.coordination.asking import FILE

_TOO_LARGE = gettext_noop("Berkas ini terlalu besar. Kecilkan dulu, lalu kirim lagi.")


def reader(request: HttpRequest) -> Acting:
    """Somebody who sees the programme; raises NotAllowed for anybody else."""
    return able(request, Ability.SEE_PROGRAMME)


def able(request: HttpRequest, ability: Ability) -> Acting:
    """Somebody who may do this; raises NotAllowed for anybody else."""
    who = acting(request)
    require(who, ability, who.region_code)
    return who


def require_own(meeting: MeetingView) -> None:
    """Raises NotAllowed for a meeting of another office."""
    if not meeting.may_change:
        raise NotAllowed("Rapat ini diubah oleh instansi yang mencatatnya. Minta mereka mengubahnya.", code="not_yours")


def sent_file(request: HttpRequest) -> tuple[str, bytes] | None:
    """Name and content of the file that came with a form, if one did. Raises `Malformed` for one that is too large."""
    file = request.FILES.get(FILE)
    if file is None or not file.name:
        return None
    content = file.read() if (file.size or 0) <= settings.MAX_UPLOAD_BYTES else b""
    if len(content) < (file.size or 0):
        raise Malformed(_TOO_LARGE, code="file_too_large", field=FILE)
    return file.name, content
