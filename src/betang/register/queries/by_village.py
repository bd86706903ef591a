"""How many families on the list live in each village? Counts only: whoever asks has been asked for their region."""

from django.db.models import Count

from betang.register import scope
from betang.register.domain import condition as conditions


def families_by_village(region_code: str, *, condition: int | None = None) -> dict[str, int]:
    """Families that have a house, by village code; of one condition of it (1 to 5, 0 not assessed), or of any.

    Families of whom no village is known are left out.
    """
    rows = scope.listings(region_code).filter(has_house=True)
    if condition is not None:
        first, end = conditions.need_range(condition)
        rows = rows.filter(need__gte=first, need__lt=end)
    counted = rows.order_by("village_code").values_list("village_code").annotate(families=Count("family_id"))
    return {code: families for code, families in counted if len(code) == _VILLAGE}


_VILLAGE = 13  # letters of a village's code; a shorter one is the regency of a family whose village is not known
