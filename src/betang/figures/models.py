"""Which tables does figures keep?"""

from django.db import models

from betang.journal.kept import Kept


class PublishedFigure(Kept):
    """A figure as somebody published it, right or wrong; figures of one publication share a statement."""

    statement = models.UUIDField(null=True, db_index=True)
    region_code = models.CharField(max_length=13, null=True, db_index=True)
    subject = models.CharField(max_length=40, null=True)
    homes = models.IntegerField(null=True)
    as_of_date = models.DateField(null=True)
    as_of_year = models.IntegerField(null=True)
    publisher = models.TextField(null=True)
    title = models.TextField(null=True)
    document = models.TextField(null=True)
    note = models.TextField(null=True)
    status = models.CharField(max_length=40, null=True)
