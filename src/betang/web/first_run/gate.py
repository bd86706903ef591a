"""Is this home still to be prepared, and is it whoever started it who asks?"""

import hmac
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from betang import environment
from betang.organisation import queries as organisation

KEY = "first_run"  # in the session: the first-run key that this browser showed


class FirstRun:
    """Until a home is founded every address leads to its preparation; without a first-run key it does nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if environment.first_run_key() and not request.path.startswith(_open()) and not organisation.is_founded():
            return redirect("first-run:start")
        return self.get_response(request)


def _open() -> tuple[str, ...]:
    return reverse("first-run:start"), reverse("set-language"), reverse("help:index")


def let_in(request: HttpRequest, shown: str) -> bool:
    """Remember a browser that shows the right key."""
    fits = hmac.compare_digest(shown.encode(), environment.first_run_key().encode()) and bool(shown)
    if fits:
        request.session[KEY] = shown
    return fits


def is_let_in(request: HttpRequest) -> bool:
    """Whether this browser once showed the key of this start."""
    key = environment.first_run_key()
    return bool(key) and hmac.compare_digest(str(request.session.get(KEY, "")).encode(), key.encode())
