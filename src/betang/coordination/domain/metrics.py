"""What does each measure count, and what more may be said of it?"""

from collections.abc import Mapping
from dataclasses import dataclass

from betang.delivery.domain.codes import CASE_KIND
from betang.planning.domain.codes import SOURCE
from betang.register.domain.code_lists import CodeList

FAMILIES, VILLAGES, HOMES, CASES, REGENCIES = (
    "KELUARGA DIDATA",
    "DESA DIDATA",
    "RUMAH SELESAI",
    "KASUS TERBIT",
    "KABUPATEN MELAPOR",
)


@dataclass(frozen=True, slots=True)
class Measure:
    """`detail`: the codes that may narrow it. `is_of_list`: whether it is counted under a filter of the list.

    `field`: on which field of the record that counts its day stands; of a regency that reported it is the day on which
    the record was made, and the field says where.
    """

    field: str
    is_of_list: bool = False
    detail: CodeList | None = None


MEASURES: Mapping[str, Measure] = {
    FAMILIES: Measure("assessed_date", is_of_list=True),
    VILLAGES: Measure("assessed_date", is_of_list=True),
    HOMES: Measure("finished_date", detail=SOURCE),
    CASES: Measure("decided_date", detail=CASE_KIND),
    REGENCIES: Measure("village_code", detail=CASE_KIND),
}


def details(metric: str, source: str) -> tuple[str, ...]:
    """The codes that a promise is counted over: the one that is named, or all of them."""
    codes = MEASURES[metric].detail
    if codes is None:
        return ()
    return (source,) if source else codes.codes
