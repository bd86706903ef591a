"""The tables of regions, agencies and the node itself."""

from django.db import models


class Region(models.Model):
    """A province, regency, district or village by its Kemendagri code, as of a decree."""

    code = models.CharField(max_length=13, primary_key=True)
    name = models.CharField(max_length=100)
    level = models.SmallIntegerField()
    parent_code = models.CharField(max_length=13, db_index=True)
    kind = models.CharField(max_length=10)
    is_urban = models.BooleanField(null=True)
    valid_from = models.DateField()
    decree = models.CharField(max_length=60)


class BpsCode(models.Model):
    """A BPS code and the region it stands for."""

    code = models.CharField(max_length=10, primary_key=True)
    region_code = models.CharField(max_length=13, db_index=True)
    valid_from = models.DateField()


class Agency(models.Model):
    """An office with its mandate; the id follows from name, kind and region."""

    id = models.UUIDField(primary_key=True)
    name = models.CharField(max_length=150)
    folded_name = models.CharField(max_length=150, unique=True)
    kind = models.CharField(max_length=20)
    region_code = models.CharField(max_length=13, db_index=True)
    mandate = models.CharField(max_length=200)
    is_seeded = models.BooleanField(default=False)
    abolished_date = models.DateField(null=True)


class ThisNode(models.Model):
    """Whose node this is; one row."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    region_code = models.CharField(max_length=13)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="a_node_is_one")]
