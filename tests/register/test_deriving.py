"""Are families found after an upgrade by whose rules they would be listed otherwise?"""

import pytest

from betang.register import commands
from betang.register.commands import deriving
from betang.register.models import DerivedAs, Listing, MatchKey
from tests.register import cast
from tests.register.cast import row, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_places")]


def test_other_rules_make_the_derived_tables_anew() -> None:
    (result,) = take(row())
    right = sorted(bytes(key) for key in MatchKey.objects.values_list("key", flat=True))
    MatchKey.objects.all().delete()  # as an older version might have left it
    DerivedAs.objects.update_or_create(pk=1, defaults={"rules": deriving.RULES - 1})

    assert commands.derive_anew() == 1

    assert sorted(bytes(key) for key in MatchKey.objects.values_list("key", flat=True)) == right
    assert [listed.family_id for listed in Listing.objects.all()] == [result.family_id]
    assert cast.names() == ["Yakobus Sabang"]


def test_the_same_rules_touch_nothing() -> None:
    take(row())
    commands.derive_anew()
    MatchKey.objects.all().delete()

    assert commands.derive_anew() == 0
    assert not MatchKey.objects.exists()


def test_a_new_home_is_made_by_the_rules_of_today() -> None:
    assert commands.derive_anew() == 0
    assert DerivedAs.objects.get().rules == deriving.RULES
