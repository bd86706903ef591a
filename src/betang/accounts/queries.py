"""Who may do what here, and who opened what?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch
from django.utils import timezone

from betang.accounts.domain.acting import Acting
from betang.accounts.domain.roles import Ability, Role
from betang.accounts.models import AccessLog, Grant, User
from betang.kernel.errors import NotAllowed, Refusal
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import NATION
from betang.organisation.queries import AgencyView

__all__ = ["EXPORT", "Ability", "AccessEntry", "Acting", "GrantView", "Role", "UserView"]

EXPORT = "export"  # the field of an entry that is a list taken out


@dataclass(frozen=True, slots=True)
class GrantView:
    """A role somebody holds."""

    id: int
    role: str
    agency: str
    region_code: str
    granted_by: str
    granted_at: datetime


@dataclass(frozen=True, slots=True)
class UserView:
    """A user and the grants in force."""

    id: int
    username: str
    full_name: str
    is_active: bool
    must_change_password: bool
    last_login: datetime | None
    grants: tuple[GrantView, ...]


@dataclass(frozen=True, slots=True)
class AccessEntry:
    """One opening of a personal number, or a list that was taken out with full ones: `field` is then `EXPORT`."""

    at: datetime
    username: str
    person: str
    agency: str
    region_code: str
    entity: UUID | None
    field: str
    what: str
    families: int | None
    purpose: str


def grants_of(user: User) -> list[GrantView]:
    """The grants in force of a user, the oldest first."""
    rows = list(_in_force(user))
    offices = organisation.agencies_by_id(row.agency_id for row in rows)
    return [_grant(row, offices) for row in rows]


def acting(user: User, grant_id: int | None = None) -> Acting:
    """The user with one of their grants, by default the oldest. Raises `NotAllowed` if there is none."""
    rows = _in_force(user)
    chosen = next((row for row in rows if row.pk == grant_id), rows[0] if rows else None)
    if chosen is None or not user.is_active:
        raise NotAllowed(
            "Anda belum diberi tugas di simpul ini. Minta pengelola pengguna di kantor Anda.", code="no_grant"
        )
    office = organisation.agency(chosen.agency_id)
    return Acting(
        username=user.username,
        person=user.full_name,
        agency_id=office.id,
        agency=office.name,
        agency_kind=office.kind,
        role=chosen.role,
        region_code=chosen.region_code,
        grant_id=chosen.pk,
        agency_region=office.region_code,
    )


def acting_as(username: str) -> Acting:
    """The named user with their oldest grant."""
    return acting(user_named(username))


def operator() -> Acting:
    """Whoever sits at the node's command line: a data officer of its agency, in its region."""
    node = organisation.this_node()
    return Acting(
        username="",
        person="Operator simpul",
        agency_id=node.agency_id,
        agency=node.agency_name,
        agency_kind=node.agency_kind,
        role=Role.DATA_OFFICER,
        region_code=node.region_code,
    )


def steward() -> Acting:
    """Whoever holds the machine: looks after all users of the node, and sees no records by that."""
    return replace(operator(), role=Role.ADMINISTRATOR, region_code=NATION)


def user_named(username: str) -> User:
    """The user with this name, whatever its case; raises `Refusal`."""
    found = User.objects.filter(username=username.strip().lower()).first()
    if found is None:
        raise Refusal("Tidak ada pengguna dengan nama itu di simpul ini. Periksa namanya.", code="unknown_user")
    return found


def users(by: Acting) -> list[UserView]:
    """The users whose grants all lie inside the region that an administrator looks after, by name.

    Of somebody who holds none any more the former ones decide, or every administrator would look after them.
    """
    require(by, Ability.MANAGE_USERS, by.region_code)
    ever_held = Prefetch("grants", Grant.objects.order_by("granted_at", "pk"), "ever_held")
    rows = User.objects.order_by("username").prefetch_related(ever_held)
    mine = [row for row in rows if _is_looked_after(row, by)]
    offices = organisation.agencies_by_id(grant.agency_id for row in mine for grant in _ever_held(row))
    return [_user(row, offices) for row in mine]


def user(by: Acting, user_id: int) -> UserView:
    """One of those users; any other is answered as one that does not exist."""
    found = next((view for view in users(by) if view.id == user_id), None)
    if found is None:
        raise Refusal("Pengguna ini tidak ada, atau di luar wilayah Anda.", code="not_found")
    return found


def access_log(by: Acting, *, limit: int = 200) -> list[AccessEntry]:
    """The latest openings inside the region, the newest first."""
    require(by, Ability.SEE_ACCESS_LOG, by.region_code)
    rows = AccessLog.objects.order_by("-at", "-pk")
    inside = rows if by.region_code == NATION else rows.filter(region_code__startswith=by.region_code)
    return [_access_entry(row) for row in inside[:limit]]


def _access_entry(row: AccessLog) -> AccessEntry:
    return AccessEntry(
        at=row.at,
        username=row.username,
        person=row.person,
        agency=row.agency,
        region_code=row.region_code,
        entity=row.entity,
        field=row.field,
        what=row.what,
        families=row.families,
        purpose=row.purpose,
    )


def require(by: Acting, ability: Ability, region_code: str) -> None:
    """Raise `NotAllowed` unless this person may do this there."""
    if not by.may(ability):
        raise NotAllowed(
            "Peran Anda tidak mencakup tindakan ini. Minta petugas yang berwenang di kantor Anda.",
            code="ability_missing",
        )
    if not by.covers(region_code):
        raise NotAllowed(
            "Wilayah %(region)s di luar wilayah tugas Anda. Hubungi kantor yang membawahinya.",
            code="region_not_covered",
            region=region_code,
        )


def require_at_work(by: Acting) -> None:
    """Raise `Refusal` if the office that this person speaks for was abolished."""
    for office in organisation.agencies_by_id([by.agency_id]).values():
        organisation.require_at_work(office, timezone.localdate())


def _in_force(user: User) -> list[Grant]:
    return list(user.grants.filter(revoked_at__isnull=True).order_by("granted_at", "pk"))


def _is_looked_after(row: User, by: Acting) -> bool:
    held = _still_held(row) or _ever_held(row)
    return all(by.covers(grant.region_code) for grant in held)


def _ever_held(row: User) -> list[Grant]:
    held: list[Grant] = row.ever_held  # type: ignore[attr-defined]  # set by the prefetch in `users`
    return held


def _still_held(row: User) -> list[Grant]:
    return [grant for grant in _ever_held(row) if grant.revoked_at is None]


def _user(row: User, offices: Mapping[UUID, AgencyView]) -> UserView:
    return UserView(
        id=row.pk,
        username=row.username,
        full_name=row.full_name,
        is_active=row.is_active,
        must_change_password=row.must_change_password,
        last_login=row.last_login,
        grants=tuple(_grant(grant, offices) for grant in _still_held(row)),
    )


def _grant(row: Grant, offices: Mapping[UUID, AgencyView]) -> GrantView:
    office = offices[row.agency_id]
    return GrantView(row.pk, row.role, office.name, row.region_code, row.granted_by, row.granted_at)
