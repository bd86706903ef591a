"""Is the person who opened this session still the one at the keyboard?"""

import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

LAST_DEED = "last_deed_at"
LOCKED = "locked"


class IdleLock:
    """Locks a session that nobody used for a while, and holds a new user to changing the one-time password first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated or request.path in _open_addresses():
            return self.get_response(request)
        if _is_idle(request):
            request.session[LOCKED] = True
        if request.session.get(LOCKED):
            return redirect("accounts:locked")
        request.session[LAST_DEED] = int(time.time())
        if request.user.must_change_password:
            return redirect("accounts:change-password")
        return self.get_response(request)


def start(request: HttpRequest) -> None:
    """Begin, or begin again after a lock."""
    request.session[LAST_DEED] = int(time.time())
    request.session[LOCKED] = False


def _is_idle(request: HttpRequest) -> bool:
    last = request.session.get(LAST_DEED)
    return last is not None and time.time() - last > settings.IDLE_LOCK_MINUTES * 60


def _open_addresses() -> set[str]:
    """What a locked session, or one with a one-time password, may still reach."""
    names = ("accounts:locked", "accounts:sign-in", "accounts:sign-out", "accounts:change-password", "set-language")
    return {reverse(name) for name in names}
