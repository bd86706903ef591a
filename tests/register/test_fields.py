"""Does every field have its column, and does the dictionary say what the code does?"""

from decimal import Decimal

import pytest
from django.db import IntegrityError, models, transaction

from betang.journal.domain.records import FieldType
from betang.organisation.domain.policy import GROUPS_1
from betang.register.domain.fields import FIELDS, Field, Kind
from betang.register.models import House, Record
from betang.register.tables import TABLES

COLUMN_TYPES: dict[FieldType, tuple[type[object], ...]] = {
    FieldType.TEXT: (models.TextField, models.CharField),
    FieldType.INTEGER: (models.IntegerField,),  # also the big one
    FieldType.DECIMAL: (models.DecimalField,),
    FieldType.DATE: (models.DateField,),
    FieldType.BOOLEAN: (models.BooleanField,),
    FieldType.CODE: (models.CharField,),
    FieldType.CODES: (models.JSONField,),
    FieldType.ENTITY: (models.UUIDField,),
    FieldType.SEALED: (models.BinaryField,),
}
EVERY_FIELD = [pytest.param(kind, each, id=f"{kind.name}-{each.name}") for kind in Kind for each in FIELDS[kind]]


@pytest.mark.parametrize(("kind", "each"), EVERY_FIELD)
def test_a_field_has_a_column_of_its_type_that_may_be_unknown(kind: Kind, each: Field) -> None:
    column = TABLES[kind]._meta.get_field(each.name)

    assert isinstance(column, COLUMN_TYPES[each.type])
    assert column.null


@pytest.mark.parametrize("kind", list(Kind))
def test_a_table_has_no_column_without_a_field(kind: Kind) -> None:
    own = {column.name for column in Record._meta.get_fields()}

    assert {column.name for column in TABLES[kind]._meta.get_fields()} - own == {each.name for each in FIELDS[kind]}


@pytest.mark.parametrize("kind", list(Kind))
def test_ids_are_dense_and_fit_a_commits_mask(kind: Kind) -> None:
    assert [each.id for each in FIELDS[kind]] == list(range(1, len(FIELDS[kind]) + 1))
    assert len(FIELDS[kind]) <= 64


@pytest.mark.parametrize(("kind", "each"), EVERY_FIELD)
def test_a_field_is_in_a_group_that_the_policy_knows(kind: Kind, each: Field) -> None:
    assert each.group in GROUPS_1


@pytest.mark.parametrize(("kind", "each"), EVERY_FIELD)
def test_a_number_has_a_range_that_the_database_keeps_and_its_column_holds(kind: Kind, each: Field) -> None:
    kept = {constraint.name for constraint in TABLES[kind]._meta.constraints}
    is_number = each.type in (FieldType.INTEGER, FieldType.DECIMAL)

    assert is_number == bool(each.high)
    assert is_number == (
        f"{TABLES[kind]._meta.db_table.removeprefix('register_')}_{each.name}_is_in_range" in kept
        or f"aid_received_{each.name}_is_in_range" in kept
    )


def test_no_column_of_a_personal_number_is_indexed() -> None:
    sealed = [(kind, each) for kind in Kind for each in FIELDS[kind] if each.type is FieldType.SEALED]
    indexed = {name for kind in Kind for index in TABLES[kind]._meta.indexes for name in index.fields}

    assert [each.name for _, each in sealed] == ["kk_number", "nik"]
    assert not any(getattr(TABLES[kind]._meta.get_field(each.name), "db_index", False) for kind, each in sealed)
    assert not indexed & {"kk_number", "nik"}


@pytest.mark.django_db
def test_the_database_refuses_a_place_that_is_not_on_earth() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        House.objects.create(id="018f0000-0000-7000-8000-000000000001", partition="61.05", latitude=Decimal(91))
