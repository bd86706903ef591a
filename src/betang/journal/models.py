"""The journal's tables: streams, commits, and what is alive on each entity."""

from django.db import models


class Stream(models.Model):
    """One per signing key and partition: numbers 1, 2, 3 and so on without holes."""

    id = models.BigAutoField(primary_key=True)
    sid = models.BinaryField(max_length=8, unique=True)
    key_id = models.BinaryField(max_length=32)
    partition = models.CharField(max_length=16)
    last_seq = models.BigIntegerField(default=0)
    last_hlc = models.BigIntegerField(default=0)


class CommitRow(models.Model):
    """A commit as encoded, at its place in its stream. `position` is the order in which this node came to know it."""

    position = models.BigAutoField(primary_key=True)
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, db_index=False)
    seq = models.BigIntegerField()
    entity = models.UUIDField(db_index=True)
    body = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stream", "seq"], name="a_stream_has_each_number_once")]


class EntityClock(models.Model):
    """What is alive on one entity (`domain.merge.EntityState`), and on how many fields values stand side by side."""

    entity = models.UUIDField(primary_key=True)
    kind = models.SmallIntegerField()
    partition = models.CharField(max_length=16)
    state = models.BinaryField()
    open_count = models.SmallIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["partition"], name="entities_with_open_values", condition=models.Q(open_count__gt=0))
        ]


class Blob(models.Model):
    """A file that some record names by the SHA-256 of its content; the content itself rests sealed in `files/`."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size_bytes = models.BigIntegerField()
    media_type = models.CharField(max_length=80)
    kept_at = models.DateTimeField()
