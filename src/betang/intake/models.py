"""Which tables does intake keep?"""

from django.db import models


class Batch(models.Model):
    """One list as it was sent, and how far it has come. The file itself rests sealed in the uploads folder."""

    id = models.UUIDField(primary_key=True)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.BigIntegerField()
    template = models.CharField(max_length=40)
    # The code of the workbook of a room above; empty for a list of the register.
    workbook = models.CharField(max_length=40, default="")
    # Which heading of the sender is which column, where a person said so; null where the headings speak for themselves.
    columns = models.JSONField(null=True)
    # A trial: its rows are judged and told, and nothing of it is in the register.
    is_trial = models.BooleanField(default=False)
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
    # What was passed over, filled in or found hidden while reading, as codes with numbers; no value of a cell.
    notes = models.JSONField(default=list)
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
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=200, null=True)

    class Meta:
        indexes = [
            models.Index(fields=["region_code", "created_at"], name="batches_of_a_region"),
            models.Index(fields=["sha256"], name="batches_of_one_file"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    state__in=[
                        *("unmapped", "waiting", "running", "done", "failed", "cancelled", "undoing", "undone"),
                    ]
                ),
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
    """A row of a list, and what became of it. Where the sender must look, its cells are kept too, sealed.

    `findings` are `[code, column]` or `[code, column, row]`, and hold no value of a cell.
    """

    id = models.BigAutoField(primary_key=True)
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rows")
    sheet = models.SmallIntegerField()
    row = models.IntegerField()
    outcome = models.CharField(max_length=12)
    # Of a workbook of a room above: the record that the row is about.
    family_id = models.UUIDField(null=True)
    findings = models.JSONField(default=list)
    cells = models.BinaryField(null=True)

    class Meta:
        indexes = [models.Index(fields=["family_id", "batch"], name="lists_that_name_a_family")]
        constraints = [models.UniqueConstraint(fields=["batch", "sheet", "row"], name="a_row_of_a_list_is_told_once")]


class BatchSpan(models.Model):
    """Between which positions of this node's journal the commits of a batch lie: one span per group of rows.

    Other commits may lie there too, so a reader asks each commit for its batch.
    """

    id = models.BigAutoField(primary_key=True)
    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="spans")
    after = models.BigIntegerField()
    upto = models.BigIntegerField()


class HeadingMap(models.Model):
    """What an office once said its headings mean; the next list under the same headings needs no asking."""

    id = models.BigAutoField(primary_key=True)
    agency_id = models.UUIDField()
    fingerprint = models.CharField(max_length=64)
    columns = models.JSONField()
    username = models.CharField(max_length=150)
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency_id", "fingerprint"], name="an_office_maps_its_headings_once")
        ]


class Comparison(models.Model):
    """Two lists side by side. The result names people, so it rests sealed in the uploads folder like a list."""

    id = models.UUIDField(primary_key=True)
    agency_id = models.UUIDField()
    region_code = models.CharField(max_length=16)
    username = models.CharField(max_length=150)
    grant_id = models.BigIntegerField(null=True)
    # Each side: {"kind": "register" | "batch" | "file", "label": what the page calls it, "batch": id or null}.
    ours = models.JSONField()
    theirs = models.JSONField()
    state = models.CharField(max_length=12, default="waiting")
    error = models.JSONField(null=True)
    job_id = models.UUIDField(null=True)
    counts = models.JSONField(null=True)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    purged_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["agency_id", "created_at"], name="comparisons_of_an_office")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["waiting", "running", "done", "failed", "cancelled"]),
                name="comparison_state_is_known",
            )
        ]
