"""Who sits at this machine now?"""

import re
from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from betang.accounts import commands as accounts
from betang.accounts import queries as accounts_queries
from betang.accounts.domain.roles import LABELS, Role
from betang.kernel.errors import BetangError
from betang.organisation import queries as organisation
from betang.web import language, session
from betang.web.acting import GRANT
from betang.web.errors import sentence

_LOCKOUT = timedelta(hours=settings.AXES_COOLOFF_TIME)
_DIGIT, _MANY_DIGITS = re.compile(r"\d"), 8  # no user's name holds as many
Errors = list[dict[str, str]]


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """One page for signing in; what was typed as a name survives a mistake, the password never."""
    if request.method == "POST" and _opened(request):
        return _welcome(request)
    return _ask(request, "accounts/sign_in.html", username=request.POST.get("username", ""), next=_asked(request))


@sensitive_post_parameters("password")
@login_required
@require_http_methods(["GET", "POST"])
def switch(request: HttpRequest) -> HttpResponse:
    """Hand the keyboard to a colleague: their name and password end this session and open theirs."""
    if request.method == "POST" and _opened(request):
        return _welcome(request, is_switch=True)
    return _ask(request, "accounts/switch.html", username=request.POST.get("username", ""))


@sensitive_post_parameters("password")
@login_required
@require_http_methods(["GET", "POST"])
def locked(request: HttpRequest) -> HttpResponse:
    """The session rests; the same person opens it with the password, anyone else signs in anew."""
    if not session.is_locked(request):
        return redirect(session.wanted(request))
    request.session[session.LOCKED] = True
    if request.method == "POST" and authenticate(request, **_typed(request, request.user.get_username())):
        session.start(request)
        return redirect(session.wanted(request))
    context = {"minutes": settings.IDLE_LOCK_MINUTES, "person": request.user, "next": _asked(request)}
    return _ask(request, "accounts/locked.html", **context)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    response = redirect("accounts:sign-in")
    language.forget(response)
    return response


@require_GET
def awake(request: HttpRequest) -> HttpResponse:
    """Somebody types: the session has been kept from its lock on the way here."""
    return HttpResponse(status=204)


def _opened(request: HttpRequest) -> bool:
    """Sign in with a fresh session, so that nothing of the person before is left in it."""
    user = authenticate(request, **_typed(request, _name(request.POST.get("username", ""))))
    if user is None:
        return False
    request.session.flush()
    login(request, user)
    session.start(request)
    return True


def _name(typed: str) -> str:
    """What was typed as a name. Every failed try rests with its name, so a NIK typed there goes no further."""
    name = typed.strip().lower()
    return _DIGIT.sub("#", name) if len(_DIGIT.findall(name)) >= _MANY_DIGITS else name


def _typed(request: HttpRequest, username: str) -> dict[str, str]:
    return {"username": username, "password": request.POST.get("password", "")}


def _welcome(request: HttpRequest, *, is_switch: bool = False) -> HttpResponse:
    """On to the page, in the language just chosen or the user's own; who has several tasks picks one first."""
    assert request.user.is_authenticated  # just now
    has_choice = len(accounts_queries.grants_of(request.user)) > 1
    response = redirect("accounts:me" if has_choice else session.wanted(request))
    language.remember(response, (not is_switch and language.chosen(request)) or request.user.language)
    return response


def _ask(request: HttpRequest, template: str, **context: object) -> HttpResponse:
    """The page with its form; after a wrong answer with the reason, and 429 while the name is closed."""
    if request.method != "POST":
        return render(request, template, context)
    is_closed = getattr(request, "axes_locked_out", False)
    request.axes_locked_out = False  # type: ignore[attr-defined]  # said on our page, so axes need not put its own
    errors = [{"field": "password", **(_closed() if is_closed else _wrong(request))}]
    return render(request, template, context | {"errors": errors}, status=429 if is_closed else 400)


def _closed() -> dict[str, str]:
    until = timezone.localtime() + _LOCKOUT  # axes counts anew from each try
    more = gettext(
        "Nama ini ditutup sampai pukul %(time)s. Tunggu, atau minta kata sandi baru kepada pengelola pengguna."
    )
    return {"sentence": gettext("Terlalu banyak percobaan"), "more": more % {"time": f"{until:%H.%M}"}}


def _wrong(request: HttpRequest) -> dict[str, str]:
    left = settings.AXES_FAILURE_LIMIT - getattr(request, "axes_failures_since_start", 0)
    more = ngettext(
        "Periksa huruf besar (Caps Lock). Tersisa %(n)d kali coba, lalu tunggu %(minutes)d menit.",
        "Periksa huruf besar (Caps Lock). Tersisa %(n)d kali coba, lalu tunggu %(minutes)d menit.",
        left,
    ) % {"n": left, "minutes": _LOCKOUT.total_seconds() / 60}
    return {"sentence": gettext("Nama pengguna atau kata sandi tidak cocok"), "more": more}


def _asked(request: HttpRequest) -> str:
    return request.POST.get("next") or request.GET.get("next") or ""


@sensitive_post_parameters("old", "new", "again")
@login_required
@require_http_methods(["GET", "POST"])
def change_password(request: HttpRequest) -> HttpResponse:
    """Set one's own password; after a one-time password, before anything else."""
    errors: Errors = []
    if request.method == "POST":
        errors = _password_errors(request)
        if not errors:
            assert request.user.is_authenticated  # login_required saw to it
            update_session_auth_hash(request, request.user)
            messages.success(request, gettext("Kata sandi Anda sudah diganti."), extra_tags="ok")
            return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "accounts/change_password.html", {"errors": errors}, status=400 if errors else 200)


def _password_errors(request: HttpRequest) -> Errors:
    assert request.user.is_authenticated  # login_required saw to it
    old, new, again = (request.POST.get(name, "") for name in ("old", "new", "again"))
    if new != again:
        return [{"field": "again", "sentence": gettext("Kata sandi baru dan ulangannya tidak sama. Ketik lagi.")}]
    try:
        accounts.change_password(request.user, old=old, new=new)
    except BetangError as refusal:
        field = "old" if refusal.code == "wrong_password" else "new"
        return [{"field": field, "sentence": sentence(refusal)}]
    return []


@login_required
def me(request: HttpRequest) -> HttpResponse:
    """Who one is here, with which tasks, and the way out."""
    assert request.user.is_authenticated  # login_required saw to it
    grants = accounts_queries.grants_of(request.user)
    chosen = request.session.get(GRANT) or (grants[0].id if grants else None)
    rows = [
        {
            "grant": grant,
            "role": gettext(LABELS[Role(grant.role)]),
            "place": organisation.label(grant.region_code),
            "is_chosen": grant.id == chosen,
        }
        for grant in grants
    ]
    return render(request, "accounts/me.html", {"rows": rows})


@login_required
@require_POST
def choose_grant(request: HttpRequest) -> HttpResponse:
    """Go on in another of one's tasks."""
    assert request.user.is_authenticated  # login_required saw to it
    held = {str(grant.id): grant.id for grant in accounts_queries.grants_of(request.user)}
    chosen = held.get(request.POST.get("grant", ""))
    if chosen is not None:
        request.session[GRANT] = chosen
    return redirect(settings.LOGIN_REDIRECT_URL)
