"""What stands on every page: whose node, who acts, where one can go?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from betang import environment
from betang.accounts.domain.roles import LABELS, Ability, Role
from betang.accounts.queries import Acting
from betang.kernel.errors import NotAllowed
from betang.organisation import queries as organisation
from betang.organisation.domain.agencies import DONORS, AgencyKind
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


@dataclass(frozen=True, slots=True)
class Place:
    """Where the menu leads, and for whom: any of the abilities opens it, in an office of one of the kinds."""

    label: Promise
    address: str
    abilities: frozenset[Ability] = frozenset()
    offices: frozenset[AgencyKind] = frozenset(AgencyKind)
    called: Mapping[str, Promise] = field(default_factory=dict)  # otherwise in some kinds of office
    beside: str = ""  # where more of its pages begin

    def opens_for(self, who: Acting) -> bool:
        allowed = not self.abilities or any(map(who.may, self.abilities))
        return allowed and who.agency_kind in self.offices


_PROGRAMME = frozenset({Ability.SEE_PROGRAMME})
_ABOVE = frozenset({AgencyKind.PROVINCE, AgencyKind.BALAI, AgencyKind.MINISTRY})
MENU = (
    Place(_("Beranda"), "home"),
    Place(_("Rumah"), "register:list", frozenset({Ability.SEE_RECORDS})),
    Place(_("Unggah"), "intake:upload", frozenset({Ability.TAKE_IN})),
    Place(_("Realisasi"), "delivery:homes", frozenset({Ability.SEE_PROGRAMME, Ability.PLEDGE})),
    Place(
        _("PBG dan BPHTB"),
        "delivery:cases",
        _PROGRAMME,
        frozenset({AgencyKind.PERMITS, AgencyKind.REVENUE, AgencyKind.HOUSING, *_ABOVE}),
        {AgencyKind.PERMITS: _("PBG"), AgencyKind.REVENUE: _("BPHTB")},
    ),
    Place(_("Rencana"), "planning:home", _PROGRAMME),
    Place(
        _("Tawaran"),
        "planning:pledges",
        frozenset({Ability.SEE_PROGRAMME, Ability.PLEDGE}),
        frozenset({AgencyKind.HOUSING, AgencyKind.VILLAGES, *DONORS, *_ABOVE}),
    ),
    Place(_("Capaian"), "figures:achievement", _PROGRAMME),
    Place(_("Rapat"), "coordination:meetings", _PROGRAMME),
    Place(_("Kendala"), "coordination:board", _PROGRAMME, beside="/komitmen/"),
    Place(_("Pengguna"), "accounts:users", frozenset({Ability.MANAGE_USERS})),
    Place(_("Catatan akses"), "accounts:access-log", frozenset({Ability.SEE_ACCESS_LOG})),
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
    return [_entry(path, place, who) for place in MENU if place.opens_for(who)]


def _entry(path: str, place: Place, who: Acting) -> Entry:
    address = reverse(place.address)
    is_current = _is_current(path, address) or (bool(place.beside) and path.startswith(place.beside))
    return Entry(str(place.called.get(who.agency_kind, place.label)), address, is_current)


def _is_current(path: str, address: str) -> bool:
    return path == address if address == "/" else path.startswith(address)
