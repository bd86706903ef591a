"""How are keys to this node given out, changed and taken back, and how is a number opened?"""

import re
import secrets
from collections.abc import Iterable
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from betang.accounts.domain.acting import Acting
from betang.accounts.domain.roles import Ability, Role
from betang.accounts.models import AccessLog, Grant, User
from betang.accounts.queries import EXPORT, require, user_named
from betang.accounts.queries import user as user_looked_after
from betang.journal import keyring
from betang.journal.domain.sealed import Sealed
from betang.kernel.errors import NotAllowed, Refusal
from betang.organisation import queries as organisation
from betang.organisation.domain.regions import is_within

__all__ = ["require"]

_NAME = re.compile(r"^[a-z][a-z0-9._-]{1,59}$")
_LONGEST_FULL_NAME = 120
# A NIK is one however it is written; a purpose may name a village by its code, which has ten digits in four parts.
_NUMBER_LIKE = re.compile(r"(?:[0-9][\s._-]*){8,}")
_NUMBER_IN_PURPOSE = re.compile(r"[0-9]{8,}|(?:[0-9][\s._-]*){12,}")
_SHORTEST_PURPOSE, _LONGEST_PURPOSE = 5, 300


def add_user(
    name: str, *, role: str, agency: UUID, region: str, full_name: str = "", by: Acting | None = None
) -> tuple[User, str]:
    """A new user with a first grant, and the password that opens the node once. `by` None is the node's operator."""
    username = _username(name)
    password = secrets.token_urlsafe(9)
    with transaction.atomic():
        user = _insert(username, _full_name(full_name) or username, password)
        grant(user, role=role, agency=agency, region=region, by=by)
    return user, password


def _username(name: str) -> str:
    username = name.strip().lower()
    if not _NAME.match(username) or _NUMBER_LIKE.search(username):
        raise Refusal(
            "Nama pengguna berisi 2 sampai 60 huruf kecil, angka, titik, atau garis, diawali huruf, "
            "dan tidak memuat nomor panjang.",
            code="bad_username",
        )
    return username


def _full_name(text: str) -> str:
    """A person's name, which travels with everything they write."""
    name = " ".join(text.split())
    if len(name) > _LONGEST_FULL_NAME or _NUMBER_LIKE.search(name):
        raise Refusal(
            "Nama lengkap berisi paling banyak %(most)s huruf dan tidak memuat nomor panjang. Tulis namanya saja.",
            code="bad_full_name",
            most=_LONGEST_FULL_NAME,
        )
    return name


def _insert(username: str, full_name: str, password: str) -> User:
    try:
        with transaction.atomic():
            return User.objects.create(
                username=username,
                full_name=full_name,
                password=make_password(password),
                created_at=timezone.now(),
            )
    except IntegrityError:
        raise Refusal("Nama pengguna ini sudah dipakai. Pilih nama lain.", code="username_taken") from None


def grant(user: User, *, role: str, agency: UUID, region: str, by: Acting | None = None) -> None:
    """Give a user a role in an agency over a region inside that of the agency, and inside that of the giver.

    An administrator speaks for its own agency and for those in its region, never for one above it.
    """
    office, place = organisation.agency(agency), organisation.resolve(region)
    _refuse_unknown_role(role)
    if not is_within(place.code, office.region_code):
        raise Refusal(
            "Wilayah %(region)s di luar wilayah %(agency)s. Pilih wilayah di dalamnya.",
            code="region_outside_agency",
            region=place.code,
            agency=office.name,
        )
    if by is not None:
        require(by, Ability.MANAGE_USERS, place.code if office.id == by.agency_id else office.region_code)
    known = Grant.objects.filter(
        user=user, role=role, agency_id=office.id, region_code=place.code, revoked_at__isnull=True
    )
    if not known.exists():
        Grant.objects.create(
            user=user,
            role=role,
            agency_id=office.id,
            region_code=place.code,
            granted_by=by.username if by else "operator",
            granted_at=timezone.now(),
        )


def _refuse_unknown_role(role: str) -> None:
    if role not in set(Role):
        raise Refusal("Peran ini tidak dikenal. Yang ada: %(known)s.", code="unknown_role", known=", ".join(Role))


def grant_to(user_id: int, *, role: str, agency: UUID, region: str, by: Acting) -> None:
    """An administrator gives a further role to a user it looks after."""
    grant(_looked_after(user_id, by), role=role, agency=agency, region=region, by=by)


def revoke(grant_id: int, *, by: Acting) -> None:
    """Take a role back from a user that the administrator looks after; never its own last one."""
    held = Grant.objects.filter(pk=grant_id, revoked_at__isnull=True).first()
    if held is None:
        raise Refusal("Tugas ini tidak ada, atau di luar wilayah Anda.", code="not_found")
    _looked_after(held.user_id, by)
    if held.pk == by.grant_id:
        raise Refusal("Tugas yang sedang Anda pakai tidak dapat dicabut oleh Anda sendiri.", code="own_grant")
    Grant.objects.filter(pk=grant_id).update(revoked_at=timezone.now())


def set_active(user_id: int, *, is_active: bool, by: Acting) -> None:
    """Close or open a user's access; their past work stays under their name."""
    user = _looked_after(user_id, by)
    if user.username == by.username:
        raise Refusal("Akses Anda sendiri tidak dapat Anda tutup.", code="own_access")
    User.objects.filter(pk=user.pk).update(is_active=is_active)


def reset_password(user_id: int, *, by: Acting) -> str:
    """A new one-time password for a user that the administrator looks after."""
    user = _looked_after(user_id, by)
    password = secrets.token_urlsafe(9)
    User.objects.filter(pk=user.pk).update(password=make_password(password), must_change_password=True)
    return password


def _looked_after(user_id: int, by: Acting) -> User:
    return User.objects.get(pk=user_looked_after(by, user_id).id)


def change_password(user: User, *, old: str, new: str) -> None:
    """Set one's own password. Raises `Refusal` for a wrong old one or a weak new one."""
    if not user.check_password(old):
        raise Refusal("Kata sandi lama tidak cocok. Ketik lagi.", code="wrong_password")
    if old == new:
        raise Refusal("Kata sandi baru harus lain dari yang lama.", code="same_password")
    choose_password(user, new)


def choose_password(user: User, password: str) -> None:
    """Let a user in with a password of their own from now on. Raises `Refusal` for a weak one."""
    try:
        validate_password(password, user)
    except ValidationError as weak:
        raise Refusal(
            "Kata sandi baru terlalu lemah: %(why)s", code="weak_password", why=" ".join(weak.messages)
        ) from None
    user.set_password(password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])


def set_known_password(username: str, password: str) -> None:
    """Give an invented user of a demo a password that is shown on the screen; never for people."""
    set_one_known_password([username], password)


def set_one_known_password(usernames: Iterable[str], password: str) -> None:
    """The same password for all of these invented users, hashed once: that is slow on purpose."""
    users = [user_named(username).pk for username in usernames]
    User.objects.filter(pk__in=users).update(password=make_password(password), must_change_password=False)


def set_language(user: User, language: str) -> None:
    """Remember in which language this user reads."""
    User.objects.filter(pk=user.pk).update(language=language)


def open_number(by: Acting, *, entity: UUID, region_code: str, field: str, purpose: str, sealed: Sealed) -> str:
    """The number in plain, as an act on record with its purpose. Raises `NotAllowed` or `Refusal`."""
    require(by, Ability.SEE_NUMBERS, region_code)
    reason = _purpose(purpose)
    number = keyring.open_number(sealed)
    if number is None:
        raise NotAllowed("Nomor ini tersegel dengan kunci kantor lain.", code="key_not_held")
    _note(by, region_code, reason, entity=entity, field=field)
    return number


def log_export(by: Acting, *, what: str, families: int, region_code: str, purpose: str) -> str:
    """Put on record that a list with full numbers goes out; the purpose as it was noted.

    Raises `NotAllowed` or `Refusal`; the caller opens no number before this returns.
    """
    require(by, Ability.SEE_NUMBERS, region_code)
    reason = _purpose(purpose)
    _note(by, region_code, reason, field=EXPORT, what=what, families=families)
    return reason


def check_purpose(by: Acting, *, region_code: str, purpose: str) -> None:
    """Refuse now what `log_export` would refuse later."""
    require(by, Ability.SEE_NUMBERS, region_code)
    _purpose(purpose)


def _purpose(text: str) -> str:
    reason = " ".join(text.split())
    if len(reason) < _SHORTEST_PURPOSE or _NUMBER_IN_PURPOSE.search(reason):
        raise Refusal(
            "Tulis keperluannya dengan beberapa kata, tanpa nomor; ia dicatat bersama nama Anda.",
            code="purpose_missing",
        )
    return reason[:_LONGEST_PURPOSE]


def _note(by: Acting, region_code: str, purpose: str, **about: object) -> None:
    AccessLog.objects.create(
        at=timezone.now(),
        username=by.username,
        person=by.person,
        agency=by.agency,
        region_code=region_code,
        purpose=purpose,
        **about,
    )
