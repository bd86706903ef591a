"""In which language does this person read?"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from betang.accounts import commands as accounts

_YEAR_S = 365 * 24 * 3600


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Remember the language in a cookie and with the user, and go back to the page."""
    language = request.POST.get("language", "")
    wanted = request.POST.get("next", "/")
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    response = redirect(wanted if ours else "/")
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, language, max_age=_YEAR_S, samesite="Strict", httponly=True
        )
        if request.user.is_authenticated:
            accounts.set_language(request.user, language)
    return response
