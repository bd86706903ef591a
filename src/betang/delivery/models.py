"""Which tables does delivery keep?"""

from django.db import models
from django.db.models.functions import Left

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

    # A list names a home by the number that its own office gave it. As much of it as PostgreSQL can index.
    unit_key = models.GeneratedField(
        expression=Left("unit_number", 60), output_field=models.CharField(max_length=60, null=True), db_persist=True
    )

    class Meta:
        # Which office reported last is read from the second alone.
        indexes = [
            models.Index(fields=["unit_key", "agency_id"], name="reports_by_unit_number"),
            models.Index(
                fields=["partition", "agency_id", "agency", "updated_at", "status"], name="reports_of_an_office"
            ),
        ]


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


class Home(models.Model):
    """One counted home, however many reports speak of it: derived, rebuilt in the transaction of each report.

    Its id is the smallest of its reports. `is_extra` marks a home that would vanish if all that look alike were one.
    """

    id = models.UUIDField(primary_key=True)
    province = models.CharField(max_length=2)
    regency = models.CharField(max_length=5)
    district = models.CharField(max_length=8)
    village_code = models.CharField(max_length=13)
    year = models.SmallIntegerField()
    work = models.CharField(max_length=40)
    source = models.CharField(max_length=40)
    stage = models.CharField(max_length=40)
    finished_date = models.DateField(null=True)
    latest_date = models.DateField()
    reports = models.SmallIntegerField()
    cases = models.SmallIntegerField()
    sources = models.SmallIntegerField()
    pledge = models.UUIDField(null=True, db_index=True)
    is_extra = models.BooleanField(default=False)

    class Meta:
        # Counted by place, year, source and stage without touching the table.
        indexes = [
            models.Index(
                fields=["year", "province", "regency", "source", "stage", "work", "is_extra"],
                name="homes_of_a_province",
            ),
            models.Index(
                fields=["year", "regency", "district", "source", "stage", "work", "is_extra"], name="homes_of_a_regency"
            ),
            models.Index(
                fields=["year", "district", "village_code", "source", "stage", "work", "is_extra"],
                name="homes_of_a_district",
            ),
            models.Index(fields=["province", "finished_date", "regency"], name="homes_finished_in_a_province"),
            models.Index(fields=["regency", "finished_date", "district"], name="homes_finished_in_a_regency"),
            models.Index(fields=["district", "finished_date", "village_code"], name="homes_finished_in_a_district"),
        ]


class HomeMember(models.Model):
    """A report or a case, and the home it speaks of; none where a case hangs on no home. Derived."""

    record = models.UUIDField(primary_key=True)
    home = models.UUIDField(null=True, db_index=True)
    agency_id = models.UUIDField(db_index=True)
    case_kind = models.CharField(max_length=40, default="")
    source = models.CharField(max_length=40, default="")


class HomeKey(models.Model):
    """A keyed hash that a record shares with others of its home (`is_certain`) or of one that looks alike. Derived."""

    id = models.BigAutoField(primary_key=True)
    record = models.UUIDField(db_index=True)
    key = models.BinaryField(max_length=16)
    is_certain = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["key", "record"], name="records_by_home_key")]


class Suspicion(models.Model):
    """Two homes that look alike, and why; `one` is the smaller id. Derived, and gone once somebody has decided."""

    id = models.BigAutoField(primary_key=True)
    one = models.UUIDField(db_index=True)
    other = models.UUIDField(db_index=True)
    regency = models.CharField(max_length=5)
    village_code = models.CharField(max_length=13, db_index=True)
    reasons = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="two_homes_are_suspected_once")]
