"""The tables of users, grants and openings."""

from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class User(AbstractBaseUser):
    """Somebody who signs in at this node. Users do not travel; their names do, in what they wrote."""

    username = models.CharField(max_length=60, unique=True)
    full_name = models.CharField(max_length=120)
    must_change_password = models.BooleanField(default=True)
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=2, default="id")
    created_at = models.DateTimeField()

    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []


class Grant(models.Model):
    """A role in an agency, over a region."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20)
    agency_id = models.UUIDField()
    region_code = models.CharField(max_length=13)
    granted_by = models.CharField(max_length=60)
    granted_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "agency_id", "region_code"],
                condition=models.Q(revoked_at__isnull=True),
                name="a_grant_is_held_once",
            )
        ]


class AccessLog(models.Model):
    """Somebody opened a personal number, or took a list of them out. Never a number itself.

    Of a list, `field` is "export", `what` its code and `families` how many stand in it; it is of no one entity.
    """

    at = models.DateTimeField(db_index=True)
    username = models.CharField(max_length=60)
    person = models.CharField(max_length=120)
    agency = models.CharField(max_length=150)
    region_code = models.CharField(max_length=13)
    entity = models.UUIDField(db_index=True, null=True)
    field = models.CharField(max_length=40)
    what = models.CharField(max_length=40, default="")
    families = models.IntegerField(null=True)
    purpose = models.CharField(max_length=300)
