"""What does a page say when a deed is refused, or when Betang itself fails?"""

import logging
import secrets
from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext

from betang.kernel.errors import BetangError, Malformed, NotAllowed

_log = logging.getLogger(__name__)
_NUL = Malformed(
    "Isian ini memuat tanda yang tidak terlihat dan tidak dapat disimpan. Ketik ulang, jangan disalin.",
    code="unseen_sign",
)
_GONE = frozenset({"not_found", "unknown_batch"})


def sentence(error: BetangError) -> str:
    """The refusal in the language of the page, with a reason that stands within it."""
    params = {name: sentence(part) if isinstance(part, BetangError) else part for name, part in error.params.items()}
    return gettext(error.template) % params


def status_of(error: BetangError) -> int:
    """404 for what is not there (or not in one's region), 403 for what one may not, 400 else."""
    if error.code in _GONE:
        return 404
    return 403 if isinstance(error, NotAllowed) else 400


class PlainAnswers:
    """Turns a refusal that no view caught into a page with its sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        return not_found(request, status=405) if response.status_code == 405 else response

    def process_view(self, request: HttpRequest, *_of_view: object) -> HttpResponse | None:
        """No keyboard types a NUL, and one of the databases cannot keep it."""
        answers = (text for sent in (request.GET, request.POST) for texts in sent.lists() for text in texts[1])
        return self.process_exception(request, _NUL) if any("\0" in str(text) for text in answers) else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, BetangError):
            return None
        status = status_of(exception)
        if status == 404:
            return not_found(request, exception)
        context = {"sentence": sentence(exception), "is_malformed": isinstance(exception, Malformed)}
        return render(request, "errors/refused.html", context, status=status)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 outside any deed."""
    return render(request, "errors/refused.html", {"sentence": ""}, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that did not come from our own page, or came too late."""
    return render(request, "errors/form_too_old.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None, *, status: int = 404) -> HttpResponse:
    """The same page for what does not exist and for what lies outside one's region."""
    return render(request, "errors/not_found.html", status=status)


def broken(request: HttpRequest) -> HttpResponse:
    """Our own fault, said as such, with a code that can be told over the phone and names nobody."""
    incident = secrets.token_hex(3).upper()
    _log.error("Incident %s", incident)
    now = timezone.localtime()
    context = {"incident": incident, "at": now, "now": now}
    try:
        return render(request, "errors/broken.html", context, status=500)
    except DatabaseError:  # what broke may be the database, and the masthead asks it for the office
        return HttpResponse(render_to_string("errors/broken.html", context), status=500)
