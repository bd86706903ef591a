"""Which house and family of the register is a report about?"""

from collections.abc import Mapping
from uuid import UUID

from betang.accounts.queries import Acting
from betang.journal.domain.records import Value
from betang.kernel.errors import Refusal
from betang.register.domain.parsing import FieldsRefused
from betang.register.queries import by_number
from betang.register.queries.located import located


def linked(acting: Acting, said: Mapping[str, Value], *, before: Mapping[str, Value] | None = None) -> dict[str, Value]:
    """What was said, with the link to the register where there is one; `before` is what the record says already.

    A sound NIK leads to the house of the family whose head has it; a house leads to the NIK of the one family in it,
    where no NIK is known yet. Raises `FieldsRefused` for a house or family outside the person's region.
    """
    values = dict(said)
    _check(acting, values)
    if isinstance(values.get("house"), UUID):
        return _of_house(values, before or {})
    nik = values.get("nik")
    if isinstance(nik, str) and not values.get("nik_doubt"):
        return of_known(values, by_number.by_nik([nik]).get(nik))
    return values


def of_known(values: dict[str, Value], known: by_number.KnownAs | None) -> dict[str, Value]:
    """The same with what the register knows under the NIK, in the same regency."""
    if known is None or known.village_code[:5] != str(values.get("village_code", known.village_code))[:5]:
        return values
    found = {"house": known.house, "family": known.family}
    return values | {name: link for name, link in found.items() if link and values.get(name) is None}


def _of_house(values: dict[str, Value], before: Mapping[str, Value]) -> dict[str, Value]:
    house = values["house"]
    living = by_number.head_of_house(house) if isinstance(house, UUID) else None
    if living is None:
        return values
    family, nik = living
    values.setdefault("family", family)
    if nik is not None and values.get("nik") is None and before.get("nik") is None:
        values |= {"nik": nik, "nik_doubt": None}
    return values


def _check(acting: Acting, values: Mapping[str, Value]) -> None:
    for name in ("house", "family"):
        link = values.get(name)
        if isinstance(link, UUID):
            try:
                located(acting, link)
            except Refusal as refused:
                raise FieldsRefused({name: refused}) from None
