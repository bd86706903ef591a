"""Why may a family stand in one list and not in the other, and why can a row not be held against anything?

Each has one reason, the first that applies, so that the reasons add up to the families. A label is Bahasa (a msgid),
stands after "Hanya di A:", and names the other list by its letter, `%(other)s`.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from betang.intake.domain.comparing_entries import Entry, Side
from betang.intake.domain.comparing_pairs import name_in_village, nothing_contradicts
from betang.organisation.domain.regions import is_within
from betang.register.domain.matching import is_same_name


class Reason(StrEnum):
    """Why a family is on one side only, as far as the two lists tell; in the order in which they are asked."""

    ONE_NIK_TWO_NAMES = "one_nik_two_names"
    NAMESAKE = "namesake"
    LIKELY_DOUBLE = "likely_double"
    OUTSIDE_REGION = "outside_region"
    VILLAGE_NOT_THERE = "village_not_there"
    GOES_BACK = "goes_back"
    SURVEYED_LATER = "surveyed_later"
    AIDED = "aided"
    UNKNOWN = "unknown"


LABELS: dict[Reason, str] = {
    Reason.ONE_NIK_TWO_NAMES: "NIK-nya di %(other)s tercatat atas nama lain",
    Reason.NAMESAKE: "senama di desa itu ada di %(other)s, tetapi NIK, nomor KK, atau kelahirannya lain",
    Reason.LIKELY_DOUBLE: "senama di desa itu ada di baris lain daftar yang sama, mungkin ganda",
    Reason.OUTSIDE_REGION: "desanya di luar wilayah %(other)s",
    Reason.VILLAGE_NOT_THERE: "dari desanya tidak ada keluarga di %(other)s",
    Reason.GOES_BACK: "barisnya dikembalikan bila diunggah",
    Reason.SURVEYED_LATER: "didata sesudah tanggal terakhir di %(other)s",
    Reason.AIDED: "tercatat sudah pernah dibantu",
    Reason.UNKNOWN: "sebabnya tidak tampak dari kedua daftar",
}

UNREAD: dict[str, str] = {
    "name_missing": "nama kepala keluarga kosong",
    "text_too_long": "nama kepala keluarga terlalu panjang",
    "cell_error": "sel berisi galat Excel",
    "village_elsewhere": "desanya di luar wilayah kerja Anda",
    "village_missing": "kode atau nama desa kosong",
    "village_unknown": "kode desa tidak dikenal",
    "village_bare_code": "kode desa tanpa titik, dapat berarti dua desa",
    "village_name_unknown": "nama desa tidak dikenal di kecamatan itu",
    "village_name_missing": "nama desa atau kecamatan kosong",
}
_NAMESAKES_LOOKED_AT = 50
ANY_OTHER_UNREAD = "desa atau nama tidak terbaca"

DOUBLED: dict[str, str] = {
    "same_row": "baris yang sama dua kali",
    "nik": "NIK yang sama dua kali",
    "kk_and_name": "nomor KK dan nama yang sama dua kali",
    "name_and_place": "nama, desa, dan alamat yang sama dua kali",
}


def unread_label(reason: str) -> str:
    return UNREAD.get(reason, ANY_OTHER_UNREAD)


@dataclass(frozen=True, slots=True)
class Other:
    """What must be known of the other list to say why a family is not in it.

    `likely_doubles` are those families of one's own list, by their order, that may be another family of it.
    """

    region_code: str
    villages: frozenset[str]
    names_by_nik: Mapping[str, str]
    namesakes: frozenset[Hashable]
    latest: date | None
    is_register: bool
    likely_doubles: frozenset[int] = frozenset()


def likely_doubles(families: Sequence[Entry]) -> frozenset[int]:
    """Of the families of one list, by their order, those that nothing tells from another one of their name there."""
    namesakes: dict[Hashable, list[Entry]] = {}
    for entry in families:
        namesakes.setdefault(name_in_village(entry), []).append(entry)
    return frozenset(
        entry.order
        for key, alike in namesakes.items()
        if key is not None and len(alike) > 1
        for entry in alike
        if any(each is not entry and nothing_contradicts(entry, each) for each in alike[:_NAMESAKES_LOOKED_AT])
    )


def other(side: Side, families: Sequence[Entry], unmatched: Sequence[Entry], doubles: frozenset[int]) -> Other:
    """`families` of that list, those of them that are in it alone, and the likely `doubles` of one's own list."""
    return Other(
        region_code=side.region_code,
        villages=frozenset(entry.village_code for entry in families),
        names_by_nik={entry.nik.text: entry.name for entry in families if entry.nik.is_sound},
        namesakes=frozenset(map(name_in_village, unmatched)) - {None},
        latest=max((entry.observed for entry in families if entry.observed), default=None),
        is_register=side.is_register,
        likely_doubles=doubles,
    )


def _is_of_another(entry: Entry, there: Other) -> bool:
    """Whether the NIK stands in the other list beside an unlike name; also where it is doubted as shared by two."""
    name = there.names_by_nik.get(entry.nik.text)
    return name is not None and not is_same_name(name, entry.name)


_ASKED: tuple[tuple[Reason, Callable[[Entry, Other], bool]], ...] = (
    (Reason.ONE_NIK_TWO_NAMES, _is_of_another),
    (Reason.NAMESAKE, lambda entry, there: name_in_village(entry) in there.namesakes),
    (Reason.LIKELY_DOUBLE, lambda entry, there: entry.order in there.likely_doubles),
    (Reason.OUTSIDE_REGION, lambda entry, there: not is_within(entry.village_code, there.region_code)),
    (Reason.VILLAGE_NOT_THERE, lambda entry, there: entry.village_code not in there.villages),
    (Reason.GOES_BACK, lambda entry, there: entry.goes_back and there.is_register),
    (
        Reason.SURVEYED_LATER,
        lambda entry, there: bool(entry.observed and there.latest and entry.observed > there.latest),
    ),
    (Reason.AIDED, lambda entry, there: entry.is_aided),
)


def why(entry: Entry, there: Other) -> Reason:
    return next((reason for reason, applies in _ASKED if applies(entry, there)), Reason.UNKNOWN)
