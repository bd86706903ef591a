"""How does a person choose the language to read in?"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from betang.accounts import commands as accounts
from betang.web.language import remember
from betang.web.session import wanted


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Remember the language in a cookie and with the user, and go back to the page."""
    language = request.POST.get("language", "")
    response = redirect(wanted(request))
    if language in dict(settings.LANGUAGES):
        remember(response, language)
        if request.user.is_authenticated:
            accounts.set_language(request.user, language)
    return response
