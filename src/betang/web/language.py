"""In which language does a page speak?"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


class ChosenLanguage:
    """Bahasa Indonesia first, whatever the browser was installed in; another language when somebody chose it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = chosen(request) or settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def chosen(request: HttpRequest) -> str:
    """The language of the cookie, if we speak it."""
    language = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return language if language in dict(settings.LANGUAGES) else ""


def remember(response: HttpResponse, language: str) -> None:
    """Keep the language until the browser closes; a user's own choice is kept with the user."""
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, samesite="Strict", httponly=True)


def forget(response: HttpResponse) -> None:
    """The next person at this machine starts in Bahasa again."""
    response.delete_cookie(settings.LANGUAGE_COOKIE_NAME, samesite="Strict")
