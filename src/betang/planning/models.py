"""Which tables does planning keep?"""

from django.db import models

from betang.journal.kept import Kept


class Target(Kept):
    """How many homes a region is to get from a source in a year, with the negotiation that led there."""

    year = models.IntegerField(null=True)
    region_code = models.CharField(max_length=13, null=True, db_index=True)
    source = models.CharField(max_length=40, null=True)
    proposed_homes = models.IntegerField(null=True)
    region_homes = models.IntegerField(null=True)
    ministry_homes = models.IntegerField(null=True)
    agreed_homes = models.IntegerField(null=True)
    decree = models.TextField(null=True)
    decree_date = models.DateField(null=True)
    decree_file = models.TextField(null=True)
    decree_file_name = models.TextField(null=True)
    note = models.TextField(null=True)
    status = models.CharField(max_length=40, null=True)

    class Meta:
        # What a year's targets sum to is read from this alone.
        indexes = [
            models.Index(
                fields=["year", "region_code", "source", "agreed_homes", "status", "id"], name="targets_of_a_year"
            )
        ]


class Purse(Kept):
    """Money that pays for homes in a year: what a home gets, and at most."""

    year = models.IntegerField(null=True)
    region_code = models.CharField(max_length=13, null=True, db_index=True)
    source = models.CharField(max_length=40, null=True)
    name = models.TextField(null=True)
    unit_value_rupiah = models.BigIntegerField(null=True)
    cap_rupiah = models.BigIntegerField(null=True)
    ceiling_rupiah = models.BigIntegerField(null=True)
    legal_basis = models.TextField(null=True)
    note = models.TextField(null=True)
    status = models.CharField(max_length=40, null=True)
    work = models.CharField(max_length=40, null=True)

    class Meta:
        indexes = [models.Index(fields=["year", "source"], name="purses_of_a_year")]


class Pledge(Kept):
    """What a company, Baznas, a foundation or a village offers to give, where and on which conditions."""

    donor_kind = models.CharField(max_length=40, null=True)
    region_code = models.CharField(max_length=13, null=True, db_index=True)
    work = models.CharField(max_length=40, null=True)
    homes = models.IntegerField(null=True)
    amount_rupiah = models.BigIntegerField(null=True)
    conditions = models.TextField(null=True)
    condition = models.IntegerField(null=True)
    valid_until = models.DateField(null=True)
    withdrawn_date = models.DateField(null=True)
    answer = models.CharField(max_length=40, null=True)
    answer_note = models.TextField(null=True)
    answered_date = models.DateField(null=True)
    note = models.TextField(null=True)
    status = models.CharField(max_length=40, null=True)
