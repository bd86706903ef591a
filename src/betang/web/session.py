"""Is the person who opened this session still the one at the keyboard?"""

import time
from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

LAST_DEED = "last_deed_at"
LOCKED = "locked"


class IdleLock:
    """Locks a session that nobody used for a while, and holds a new user to changing the one-time password first."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated or request.path in _open_addresses():
            return self.get_response(request)
        if is_locked(request):
            request.session[LOCKED] = True
            return _to(request, "accounts:locked")
        if not _asks_by_itself(request):
            request.session[LAST_DEED] = int(time.time())
        if request.user.must_change_password and request.path != reverse("accounts:change-password"):
            return redirect("accounts:change-password")
        return self.get_response(request)


def start(request: HttpRequest) -> None:
    """Begin, or begin again after a lock."""
    request.session[LAST_DEED] = int(time.time())
    request.session[LOCKED] = False


def is_locked(request: HttpRequest) -> bool:
    """Whether the session rests, or has to from now on."""
    last = request.session.get(LAST_DEED)
    is_idle = last is not None and time.time() - last > settings.IDLE_LOCK_MINUTES * 60
    return bool(request.session.get(LOCKED)) or is_idle


def wanted(request: HttpRequest) -> str:
    """The page asked for before signing in or unlocking, if it is one of ours."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()})
    return asked if asked and is_ours else reverse(settings.LOGIN_REDIRECT_URL)


def _asks_by_itself(request: HttpRequest) -> bool:
    """Whether the page asked, not the person: the progress of a long job must not keep a session open all night."""
    return request.headers.get("HX-Request") == "true"


def _to(request: HttpRequest, name: str) -> HttpResponse:
    if _asks_by_itself(request):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})  # the page itself meets the lock
    page = f"?{urlencode({'next': request.get_full_path()})}" if request.method == "GET" else ""
    return redirect(reverse(name) + page)


def _open_addresses() -> set[str]:
    """What a locked session, or one with a one-time password, may still reach."""
    names = ("accounts:locked", "accounts:switch", "accounts:sign-in", "accounts:sign-out", "set-language")
    return {reverse(name) for name in names}
