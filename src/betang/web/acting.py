"""In whose name is this request made?"""

from django.http import HttpRequest

from betang.accounts import queries as accounts
from betang.accounts.queries import Acting

GRANT = "grant"  # in the session: which of several grants is in use


def acting(request: HttpRequest) -> Acting:
    """The signed-in person with the grant in use; worked out once a request. Raises `NotAllowed` without a grant."""
    known: Acting | None = getattr(request, "_betang_acting", None)
    if known is None:
        assert request.user.is_authenticated  # pages that act ask for a user first
        known = accounts.acting(request.user, request.session.get(GRANT))
        request._betang_acting = known  # type: ignore[attr-defined]  # kept for the length of the request
    return known
