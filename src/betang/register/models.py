"""What does the register hold, and which promises does the database keep by itself?

One wide table per kind, one typed column per field of `domain.fields` (a test compares the two), and three tables that
are derived from them and rebuilt in the same transaction: the list, its search words and the keys that matching needs.
"""

from django.db import models
from django.db.models import CheckConstraint, Index, Q


def between(table: str, name: str, low: int, high: int) -> CheckConstraint:
    condition = Q(**{f"{name}__gte": low, f"{name}__lte": high})
    return CheckConstraint(condition=condition, name=f"{table}_{name}_is_in_range")


class Record(models.Model):
    """What every kind has: the partition its commits are in, and the latest day on which something shown was seen."""

    id = models.UUIDField(primary_key=True)
    partition = models.CharField(max_length=16)
    observed_date = models.DateField(null=True)

    class Meta:
        abstract = True


class House(Record):
    """A building, and the ground it stands on, as last observed."""

    village_code = models.CharField(max_length=13, null=True, db_index=True)
    hamlet = models.TextField(null=True)
    rt = models.TextField(null=True)
    rw = models.TextField(null=True)
    address = models.TextField(null=True)
    latitude = models.DecimalField(max_digits=10, decimal_places=7, null=True)
    longitude = models.DecimalField(max_digits=10, decimal_places=7, null=True)
    position_accuracy_m = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    position_source = models.CharField(max_length=40, null=True)
    room_function = models.CharField(max_length=40, null=True)
    area_kinds = models.JSONField(null=True)
    floor_area_m2 = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    land_area_m2 = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    build_year = models.IntegerField(null=True)
    family_count = models.IntegerField(null=True)
    occupants = models.IntegerField(null=True)
    house_ownership = models.CharField(max_length=40, null=True)
    land_tenure = models.CharField(max_length=40, null=True)
    tenure_proof = models.CharField(max_length=40, null=True)
    tenure_document = models.TextField(null=True)
    land_disputed = models.BooleanField(null=True)
    zoning_conforms = models.BooleanField(null=True)
    foundation_material = models.CharField(max_length=40, null=True)
    column_material = models.CharField(max_length=40, null=True)
    roof_frame_material = models.CharField(max_length=40, null=True)
    ceiling_material = models.CharField(max_length=40, null=True)
    beam_material = models.CharField(max_length=40, null=True)
    sill_beam = models.CharField(max_length=40, null=True)
    windows = models.CharField(max_length=40, null=True)
    ventilation = models.CharField(max_length=40, null=True)
    floor_material = models.CharField(max_length=40, null=True)
    wall_material = models.CharField(max_length=40, null=True)
    roof_material = models.CharField(max_length=40, null=True)
    water_source = models.CharField(max_length=40, null=True)
    water_to_septic = models.CharField(max_length=40, null=True)
    bathroom = models.CharField(max_length=40, null=True)
    latrine = models.CharField(max_length=40, null=True)
    sewage = models.CharField(max_length=40, null=True)
    lighting = models.CharField(max_length=40, null=True)
    status = models.CharField(max_length=40, null=True)
    note = models.TextField(null=True)
    occupied_since = models.DateField(null=True)
    position_doubt = models.CharField(max_length=40, null=True)
    floor_area_doubt = models.CharField(max_length=40, null=True)
    occupants_doubt = models.CharField(max_length=40, null=True)

    class Meta:
        constraints = [
            between("house", "latitude", -90, 90),
            between("house", "longitude", -180, 180),
            between("house", "position_accuracy_m", 0, 100_000),
            between("house", "floor_area_m2", 0, 100_000),
            between("house", "land_area_m2", 0, 10_000_000),
            between("house", "build_year", 1800, 2_200),
            between("house", "family_count", 0, 100),
            between("house", "occupants", 0, 500),
        ]


class Family(Record):
    """One KK, which may be unknown. Without a house of its own or of others, `village_code` says where it lives."""

    house = models.UUIDField(null=True, db_index=True)
    head = models.UUIDField(null=True)
    village_code = models.CharField(max_length=13, null=True)
    kk_number = models.BinaryField(null=True)
    kk_doubt = models.CharField(max_length=40, null=True)
    income_rupiah = models.BigIntegerField(null=True)
    income_band = models.CharField(max_length=40, null=True)
    other_house_asset = models.CharField(max_length=40, null=True)
    other_land_asset = models.CharField(max_length=40, null=True)
    member_count = models.IntegerField(null=True)
    welfare_decile = models.IntegerField(null=True)
    decile_date = models.DateField(null=True)
    dtsen_id = models.TextField(null=True)
    housing_need = models.CharField(max_length=40, null=True)
    address = models.TextField(null=True)
    elderly_count = models.IntegerField(null=True)
    toddler_count = models.IntegerField(null=True)
    disabled_count = models.IntegerField(null=True)
    male_count = models.IntegerField(null=True)
    female_count = models.IntegerField(null=True)
    status = models.CharField(max_length=40, null=True)
    note = models.TextField(null=True)
    income_doubt = models.CharField(max_length=40, null=True)

    class Meta:
        constraints = [
            between("family", "income_rupiah", 0, 1_000_000_000_000),
            between("family", "member_count", 0, 100),
            between("family", "welfare_decile", 1, 10),
            between("family", "elderly_count", 0, 100),
            between("family", "toddler_count", 0, 100),
            between("family", "disabled_count", 0, 100),
            between("family", "male_count", 0, 100),
            between("family", "female_count", 0, 100),
        ]


class Person(Record):
    """A member of a family."""

    family = models.UUIDField(null=True, db_index=True)
    name = models.TextField(null=True)
    nik = models.BinaryField(null=True)
    nik_doubt = models.CharField(max_length=40, null=True)
    sex = models.CharField(max_length=40, null=True)
    birth_place = models.TextField(null=True)
    birth_date = models.DateField(null=True)
    stated_age = models.IntegerField(null=True)
    education = models.CharField(max_length=40, null=True)
    occupation = models.CharField(max_length=40, null=True)
    phone = models.TextField(null=True)
    relation = models.CharField(max_length=40, null=True)
    status = models.CharField(max_length=40, null=True)
    note = models.TextField(null=True)

    class Meta:
        constraints = [
            between("person", "stated_age", 0, 150),
        ]


class Assessment(Record):
    """One visit: what was found, and the condition of each part as the assessor saw it."""

    house = models.UUIDField(null=True, db_index=True)
    family = models.UUIDField(null=True, db_index=True)
    assessed_date = models.DateField(null=True)
    assessor = models.TextField(null=True)
    visit_outcome = models.CharField(max_length=40, null=True)
    foundation_condition = models.CharField(max_length=40, null=True)
    sill_beam_condition = models.CharField(max_length=40, null=True)
    column_condition = models.CharField(max_length=40, null=True)
    ring_beam_condition = models.CharField(max_length=40, null=True)
    roof_frame_condition = models.CharField(max_length=40, null=True)
    floor_condition = models.CharField(max_length=40, null=True)
    wall_condition = models.CharField(max_length=40, null=True)
    window_condition = models.CharField(max_length=40, null=True)
    ventilation_condition = models.CharField(max_length=40, null=True)
    ceiling_condition = models.CharField(max_length=40, null=True)
    roof_condition = models.CharField(max_length=40, null=True)
    photo_files = models.TextField(null=True)
    status = models.CharField(max_length=40, null=True)
    note = models.TextField(null=True)


class AidReceived(Record):
    """Housing aid that a family says or an agency knows it received."""

    family = models.UUIDField(null=True, db_index=True)
    house = models.UUIDField(null=True)
    programme = models.TextField(null=True)
    funding_source = models.CharField(max_length=40, null=True)
    year = models.IntegerField(null=True)
    amount_rupiah = models.BigIntegerField(null=True)
    document = models.TextField(null=True)
    received_band = models.CharField(max_length=40, null=True)
    status = models.CharField(max_length=40, null=True)
    note = models.TextField(null=True)

    class Meta:
        constraints = [
            between("aid_received", "year", 1945, 2_200),
            between("aid_received", "amount_rupiah", 0, 1_000_000_000_000),
        ]


class Listing(models.Model):
    """One row per family, derived: what the list shows, filters and sorts by.

    `village_code` is the partition where the village is not known. `need` sorts the list: (5 - condition) millions, so
    the worst comes first and an unknown condition (0) last, plus the day number of the data, so that within one
    condition the oldest comes first, and data of unknown age before all.
    """

    family_id = models.UUIDField(primary_key=True)
    house_id = models.UUIDField(null=True, db_index=True)
    head_id = models.UUIDField(null=True)
    head_name = models.TextField(null=True)
    village_code = models.CharField(max_length=16)
    province = models.CharField(max_length=2)
    regency = models.CharField(max_length=5)
    district = models.CharField(max_length=8)
    condition = models.SmallIntegerField()
    assessed_date = models.DateField(null=True)
    observed_date = models.DateField(null=True)
    has_house = models.BooleanField()
    status = models.CharField(max_length=40, null=True)
    need = models.IntegerField()

    class Meta:
        # A list is read through one of these in the order it is shown in, and counted without touching the table.
        indexes = [
            Index(fields=["need", "has_house", "family_id"], name="list_of_the_nation"),
            Index(fields=["province", "need", "has_house", "family_id"], name="list_of_a_province"),
            Index(fields=["regency", "need", "has_house", "family_id"], name="list_of_a_regency"),
            Index(fields=["district", "need", "has_house", "family_id"], name="list_of_a_district"),
            Index(fields=["village_code", "need", "has_house", "family_id"], name="list_of_a_village"),
        ]
        constraints = [between("listing", "condition", 0, 5)]


class NameWord(models.Model):
    """A word of a family's names, derived: searched by its beginning, counted and sorted without touching the list."""

    word = models.CharField(max_length=60)
    need = models.IntegerField()
    has_house = models.BooleanField()
    village_code = models.CharField(max_length=16)
    family_id = models.UUIDField()

    class Meta:
        indexes = [
            Index(fields=["word", "need", "has_house", "village_code", "family_id"], name="words_by_their_beginning"),
            Index(fields=["family_id", "word"], name="words_of_a_family"),
        ]


class MatchKey(models.Model):
    """A keyed hash by which a family is recognised, derived: of a NIK, of KK and name, of name and place, of a mask."""

    key = models.BinaryField(max_length=16)
    family_id = models.UUIDField(db_index=True)

    class Meta:
        indexes = [Index(fields=["key", "family_id"], name="families_by_match_key")]


class DerivedAs(models.Model):
    """One row: by which rules the derived tables were made. Rules that change make them anew at the next start."""

    id = models.SmallIntegerField(primary_key=True)
    rules = models.IntegerField()
