"""Who sits at this machine now?"""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from betang.accounts import commands as accounts
from betang.accounts import queries as accounts_queries
from betang.accounts.domain.roles import LABELS, Role
from betang.kernel.errors import BetangError
from betang.organisation import queries as organisation
from betang.web import session
from betang.web.acting import GRANT
from betang.web.errors import sentence

_LOCKOUT_MINUTES = int(settings.AXES_COOLOFF_TIME * 60)


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """One page for signing in; what was typed as a name survives a mistake, the password never."""
    errors: list[dict[str, str]] = []
    if request.method == "POST":
        if _opened(request):
            return redirect(_wanted(request))
        errors = [{"field": "password", "sentence": _why_not(request)}]
    context = {"errors": errors, "username": request.POST.get("username", ""), "next": _asked(request)}
    return render(request, "accounts/sign_in.html", context, status=400 if errors else 200)


def _opened(request: HttpRequest) -> bool:
    """Sign in with a fresh session, so that nothing of the person before is left in it."""
    username = request.POST.get("username", "").strip().lower()
    user = authenticate(request, username=username, password=request.POST.get("password", ""))
    if user is None:
        return False
    request.session.flush()
    login(request, user)
    session.start(request)
    return True


def _why_not(request: HttpRequest) -> str:
    if getattr(request, "axes_locked_out", False):
        return gettext(
            "Terlalu banyak percobaan. Tunggu %(n)d menit, lalu coba lagi, atau hubungi pengelola pengguna."
        ) % {"n": _LOCKOUT_MINUTES}
    return gettext("Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar (Caps Lock), lalu ketik lagi.")


def _asked(request: HttpRequest) -> str:
    return request.POST.get("next") or request.GET.get("next") or ""


def _wanted(request: HttpRequest) -> str:
    wanted = _asked(request)
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if wanted and ours else settings.LOGIN_REDIRECT_URL


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("accounts:sign-in")


@sensitive_post_parameters("password")
@login_required
@require_http_methods(["GET", "POST"])
def switch(request: HttpRequest) -> HttpResponse:
    """Hand the keyboard to a colleague: their name and password end this session and open theirs."""
    errors: list[dict[str, str]] = []
    if request.method == "POST":
        if _opened(request):
            return redirect(settings.LOGIN_REDIRECT_URL)
        errors = [{"field": "password", "sentence": _why_not(request)}]
    context = {"errors": errors, "username": request.POST.get("username", "")}
    return render(request, "accounts/switch.html", context, status=400 if errors else 200)


@sensitive_post_parameters("password")
@login_required
@require_http_methods(["GET", "POST"])
def locked(request: HttpRequest) -> HttpResponse:
    """The session rests; the same person opens it with the password, anyone else signs in anew."""
    if request.method == "GET" and not request.session.get(session.LOCKED):
        return redirect(settings.LOGIN_REDIRECT_URL)
    errors: list[dict[str, str]] = []
    if request.method == "POST":
        username = request.user.get_username()
        if authenticate(request, username=username, password=request.POST.get("password", "")):
            session.start(request)
            return redirect(settings.LOGIN_REDIRECT_URL)
        errors = [{"field": "password", "sentence": _why_not(request)}]
    context = {"errors": errors, "minutes": settings.IDLE_LOCK_MINUTES}
    return render(request, "accounts/locked.html", context, status=400 if errors else 200)


@sensitive_post_parameters("old", "new", "again")
@login_required
@require_http_methods(["GET", "POST"])
def change_password(request: HttpRequest) -> HttpResponse:
    """Set one's own password; after a one-time password, before anything else."""
    errors: list[dict[str, str]] = []
    if request.method == "POST":
        errors = _password_errors(request)
        if not errors:
            update_session_auth_hash(request, request.user)
            messages.success(request, gettext("Kata sandi Anda sudah diganti."), extra_tags="ok")
            return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "accounts/change_password.html", {"errors": errors}, status=400 if errors else 200)


def _password_errors(request: HttpRequest) -> list[dict[str, str]]:
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
    held = {str(grant.id): grant.id for grant in accounts_queries.grants_of(request.user)}
    chosen = held.get(request.POST.get("grant", ""))
    if chosen is not None:
        request.session[GRANT] = chosen
    return redirect(settings.LOGIN_REDIRECT_URL)
