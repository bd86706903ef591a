"""Which tables does intake keep?"""

from django.db import models


class Batch(models.Model):
    """One list as it was sent, and how far it has come. The file itself rests sealed in the uploads folder."""

    id = models.UUIDField(primary_key=True)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.BigIntegerField()
    template = models.CharField(max_length=40)
    agency_id = models.UUIDField()
    # The region of the officer, and the smallest one that holds the villages of the list.
    acting_region_code = models.CharField(max_length=16)
    region_code = models.CharField(max_length=16)
    username = models.CharField(max_length=150)
    person = models.CharField(max_length=200)
    grant_id = models.BigIntegerField(null=True)
    state = models.CharField(max_length=12, default="waiting")
    error = models.JSONField(null=True)
    job_id = models.UUIDField(null=True)
    sheets = models.JSONField(default=list)
    rows_total = models.IntegerField(default=0)
    rows_done = models.IntegerField(default=0)
    accepted = models.IntegerField(default=0)
    updated = models.IntegerField(default=0)
    unchanged = models.IntegerField(default=0)
    returned = models.IntegerField(default=0)
    repaired = models.IntegerField(default=0)
    flagged = models.IntegerField(default=0)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    purged_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["region_code", "created_at"], name="batches_of_a_region"),
            models.Index(fields=["sha256"], name="batches_of_one_file"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["waiting", "running", "done", "failed", "cancelled"]),
                name="batch_state_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    rows_done=models.F("accepted") + models.F("updated") + models.F("unchanged") + models.F("returned")
                ),
                name="each_row_done_has_one_outcome",
            ),
        ]


class BatchRow(models.Model):
    """A row that went back, or that went in and needs a look. Its cells are sealed; its findings hold no value."""

    id = models.BigAutoField(primary_key=True)
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rows")
    sheet = models.SmallIntegerField()
    row = models.IntegerField()
    outcome = models.CharField(max_length=12)
    family_id = models.UUIDField(null=True)
    findings = models.JSONField()
    cells = models.BinaryField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "sheet", "row"], name="a_row_of_a_list_is_told_once")]
