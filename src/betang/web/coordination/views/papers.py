"""Which papers and files does a meeting give?"""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from betang.coordination import queries
from betang.coordination.domain.paper import MeetingPaper
from betang.coordination.formats import attendance_list, minutes, press_release
from betang.journal.domain.file_kinds import KINDS
from betang.web.coordination.asked import reader

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WRITERS: Mapping[str, Callable[[MeetingPaper], bytes]] = {
    "notulen": minutes.write,
    "daftar-hadir": attendance_list.write,
    "siaran-pers": press_release.write,
}


@login_required
@require_GET
def download(request: HttpRequest, meeting_id: UUID, paper: str) -> HttpResponse:
    """A paper about a meeting, to be finished in Word."""
    told = queries.paper(reader(request), meeting_id)
    day = f"-{told.held_date.isoformat()}" if told.held_date else ""
    return _attached(_WRITERS[paper](told), f"{paper}{day}.docx", _WORD)


@login_required
@require_GET
def file(request: HttpRequest, part_id: UUID) -> HttpResponse:
    """A presentation, an evidence or a proof that came with a record; always as a download, under a name of ours."""
    kept = queries.meeting_file(reader(request), part_id)
    return _attached(kept.content, _name(kept.media_type), kept.media_type)


def _name(media_type: str) -> str:
    return f"berkas{_ENDINGS.get(media_type, '')}"


_ENDINGS: Mapping[str, str] = {form.media_type: f".{kind}" for kind, form in KINDS.items()}


def _attached(content: bytes, name: str, media_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
