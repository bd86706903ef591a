"""Who may use this node, and who opened what?"""

from collections.abc import Iterable
from typing import TypedDict
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from betang.accounts import commands as accounts
from betang.accounts import queries as accounts_queries
from betang.accounts.domain.roles import ABILITIES, ABILITY_LABELS, LABELS, Role
from betang.accounts.queries import Ability, Acting, GrantView, require
from betang.kernel.errors import BetangError, Refusal
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import is_within
from betang.web.acting import acting
from betang.web.errors import sentence


@login_required
def users(request: HttpRequest) -> HttpResponse:
    """The users of the region, with their tasks."""
    rows = [{"user": user, "tasks": _tasks(user.grants)} for user in accounts_queries.users(acting(request))]
    return render(request, "accounts/users.html", {"rows": rows})


def _tasks(grants: Iterable[GrantView]) -> list[dict[str, object]]:
    return [
        {"grant": grant, "role": gettext(LABELS[Role(grant.role)]), "place": organisation.label(grant.region_code)}
        for grant in grants
    ]


@login_required
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A new user; the one-time password is shown once, on this answer."""
    who = acting(request)
    require(who, Ability.MANAGE_USERS, who.region_code)
    if request.method == "GET":
        return render(request, "accounts/add_user.html", _form(who, request))
    try:
        made, password = accounts.add_user(
            request.POST.get("username", ""), full_name=request.POST.get("full_name", ""), by=who, **_task(request)
        )
    except BetangError as refusal:
        return render(request, "accounts/add_user.html", _form(who, request, refusal), status=400)
    return render(request, "accounts/password_shown.html", {"username": made.username, "password": password})


class _Task(TypedDict):
    role: str
    agency: UUID
    region: str


def _task(request: HttpRequest) -> _Task:
    return _Task(
        role=request.POST.get("role", ""),
        agency=_agency_id(request.POST.get("agency", "")),
        region=request.POST.get("region", "").strip(),
    )


def _agency_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refusal("Pilih instansi dari daftar.", code="unknown_agency") from None


_FIELD_OF = {
    "bad_username": "username",
    "username_taken": "username",
    "unknown_role": "role",
    "unknown_agency": "agency",
}


def _form(who: Acting, request: HttpRequest, refusal: BetangError | None = None) -> dict[str, object]:
    error = {"field": _FIELD_OF.get(refusal.code, "region"), "sentence": sentence(refusal)} if refusal else None
    return {
        "errors": [error] if error else [],
        "typed": request.POST,
        "roles": [(role.value, gettext(LABELS[role]), _abilities(role)) for role in Role],
        "agencies": [office for office in organisation.agencies() if _is_reachable(office.region_code, who)],
    }


def _abilities(role: Role) -> str:
    return ", ".join(gettext(ABILITY_LABELS[ability]).lower() for ability in Ability if ability in ABILITIES[role])


def _is_reachable(region_code: str, who: Acting) -> bool:
    return is_within(region_code, who.region_code) or is_within(who.region_code, region_code)


@login_required
def user(request: HttpRequest, user_id: int) -> HttpResponse:
    """One user: tasks, access, a new one-time password."""
    return _user_page(request, user_id)


def _user_page(request: HttpRequest, user_id: int, refusal: BetangError | None = None) -> HttpResponse:
    who = acting(request)
    found = accounts_queries.user(who, user_id)
    context = _form(who, request, refusal) | {"user_view": found, "tasks": _tasks(found.grants), "me": who.username}
    return render(request, "accounts/user.html", context, status=400 if refusal else 200)


@login_required
@require_POST
def grant(request: HttpRequest, user_id: int) -> HttpResponse:
    """One more task for a user."""
    try:
        accounts.grant_to(user_id, by=acting(request), **_task(request))
    except Refusal as refusal:
        if refusal.code == "not_found":
            raise
        return _user_page(request, user_id, refusal)
    messages.success(request, gettext("Tugas ditambahkan."), extra_tags="ok")
    return redirect("accounts:user", user_id=user_id)


@login_required
@require_POST
def revoke(request: HttpRequest, user_id: int, grant_id: int) -> HttpResponse:
    """Take a task back; it holds from the next click on."""
    accounts.revoke(grant_id, by=acting(request))
    messages.success(request, gettext("Tugas dicabut."), extra_tags="ok")
    return redirect("accounts:user", user_id=user_id)


@login_required
@require_POST
def access(request: HttpRequest, user_id: int) -> HttpResponse:
    """Close or open a user's access."""
    is_active = request.POST.get("is_active") == "1"
    accounts.set_active(user_id, is_active=is_active, by=acting(request))
    said = gettext("Akses dibuka lagi.") if is_active else gettext("Akses ditutup.")
    messages.success(request, said, extra_tags="ok")
    return redirect("accounts:user", user_id=user_id)


@login_required
@require_POST
def reset_password(request: HttpRequest, user_id: int) -> HttpResponse:
    """A new one-time password, shown once."""
    who = acting(request)
    password = accounts.reset_password(user_id, by=who)
    username = accounts_queries.user(who, user_id).username
    return render(request, "accounts/password_shown.html", {"username": username, "password": password})


@login_required
def access_log(request: HttpRequest) -> HttpResponse:
    """Who opened a personal number, when and what for."""
    return render(request, "accounts/access_log.html", {"entries": accounts_queries.access_log(acting(request))})
