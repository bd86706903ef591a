"""Which tables does delivery keep?"""

from django.db import models

from betang.journal.kept import Kept


class Realisation(Kept):
    """One office's report of one home: where, what, paid by whom, and how far it is."""

    village_code = models.CharField(max_length=13, null=True, db_index=True)
    work = models.CharField(max_length=40, null=True)
    source = models.CharField(max_length=40, null=True)
    stage = models.CharField(max_length=40, null=True)
    started_date = models.DateField(null=True)
    thirty_date = models.DateField(null=True)
    finished_date = models.DateField(null=True)
    handover_date = models.DateField(null=True)
    house = models.UUIDField(null=True, db_index=True)
    family = models.UUIDField(null=True)
    nik = models.BinaryField(null=True)
    nik_doubt = models.CharField(max_length=40, null=True)
    recipient = models.TextField(null=True)
    address = models.TextField(null=True)
    case_number = models.TextField(null=True)
    unit_number = models.TextField(null=True)
    amount_rupiah = models.BigIntegerField(null=True)
    pledge = models.UUIDField(null=True, db_index=True)
    musdes_date = models.DateField(null=True)
    musdes_decree = models.TextField(null=True)
    latitude = models.DecimalField(max_digits=10, decimal_places=7, null=True)
    longitude = models.DecimalField(max_digits=10, decimal_places=7, null=True)
    note = models.TextField(null=True)
    status = models.CharField(max_length=40, null=True)


class Case(Kept):
    """A building approval or an exemption from the acquisition duty, with its ten working days."""

    case_kind = models.CharField(max_length=40, null=True)
    case_number = models.TextField(null=True)
    village_code = models.CharField(max_length=13, null=True, db_index=True)
    applied_date = models.DateField(null=True)
    complete_date = models.DateField(null=True)
    decided_date = models.DateField(null=True)
    outcome = models.CharField(max_length=40, null=True)
    realisation = models.UUIDField(null=True, db_index=True)
    house = models.UUIDField(null=True)
    family = models.UUIDField(null=True)
    nik = models.BinaryField(null=True)
    nik_doubt = models.CharField(max_length=40, null=True)
    applicant = models.TextField(null=True)
    address = models.TextField(null=True)
    charge_rupiah = models.BigIntegerField(null=True)
    tax_object = models.TextField(null=True)
    note = models.TextField(null=True)
    status = models.CharField(max_length=40, null=True)


class AggregateReport(Kept):
    """A monthly number of homes without a list: accepted, marked and never added to what is known home by home."""

    region_code = models.CharField(max_length=13, null=True, db_index=True)
    month = models.DateField(null=True)
    work = models.CharField(max_length=40, null=True)
    source = models.CharField(max_length=40, null=True)
    stage = models.CharField(max_length=40, null=True)
    homes = models.IntegerField(null=True)
    document = models.TextField(null=True)
    note = models.TextField(null=True)
    status = models.CharField(max_length=40, null=True)


class Sameness(Kept):
    """What an officer decided of two reports: one home, or two."""

    one = models.UUIDField(null=True, db_index=True)
    other = models.UUIDField(null=True, db_index=True)
    verdict = models.CharField(max_length=40, null=True)
    reason = models.TextField(null=True)
    status = models.CharField(max_length=40, null=True)


class Photo(Kept):
    """A photo of a home at a stage."""

    realisation = models.UUIDField(null=True, db_index=True)
    stage = models.CharField(max_length=40, null=True)
    file = models.TextField(null=True)
    taken_date = models.DateField(null=True)
    caption = models.TextField(null=True)
    status = models.CharField(max_length=40, null=True)
