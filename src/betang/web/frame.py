"""What stands on every page: whose node, who acts, where one can go?"""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from betang import environment
from betang.accounts.domain.roles import LABELS, Ability, Role
from betang.accounts.queries import Acting
from betang.kernel.errors import NotAllowed
from betang.organisation import queries as organisation
from betang.web.acting import acting
from betang.web.session import is_locked


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the menu."""

    label: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Who:
    """The person as the masthead names them."""

    person: str
    role: str
    agency: str
    region_code: str
    place: str


# Label, address, and the ability it takes; nothing that is not built yet.
MENU = (
    (_("Beranda"), "home", None),
    (_("Rumah"), "register:list", Ability.SEE_RECORDS),
    (_("Unggah"), "intake:upload", Ability.TAKE_IN),
    (_("Pengguna"), "accounts:users", Ability.MANAGE_USERS),
    (_("Catatan akses"), "accounts:access-log", Ability.SEE_ACCESS_LOG),
)


def frame(request: HttpRequest) -> dict[str, object]:
    """The context of the masthead, the menu and the footer."""
    who = _acting(request)
    may_go = who is not None and not request.user.must_change_password  # type: ignore[union-attr]  # signed in, so a User
    return {
        "node": organisation.this_node() if organisation.is_founded() else None,
        "who": _who(who) if who else None,
        "menu": _menu(request.path, who) if who and may_go else [],
        "here": request.get_full_path() if request.method == "GET" else reverse("home"),
        "idle_minutes": settings.IDLE_LOCK_MINUTES,
        "now": timezone.localtime(),
        "practice": _practice(),
    }


@lru_cache(maxsize=1)
def _practice() -> str:
    """A home does not change its nature while it is open."""
    return environment.practice()


def _acting(request: HttpRequest) -> Acting | None:
    if not getattr(request, "user", None) or not request.user.is_authenticated or is_locked(request):
        return None
    try:
        return acting(request)
    except NotAllowed:
        return None


def _who(who: Acting) -> Who:
    role = gettext(LABELS[Role(who.role)])
    return Who(
        who.person, role[:1].lower() + role[1:], who.agency, who.region_code, organisation.label(who.region_code)
    )


def _menu(path: str, who: Acting) -> list[Entry]:
    entries = []
    for label, name, ability in MENU:
        if ability is None or who.may(ability):
            address = reverse(name)
            entries.append(Entry(str(label), address, _is_current(path, address)))
    return entries


def _is_current(path: str, address: str) -> bool:
    return path == address if address == "/" else path.startswith(address)
