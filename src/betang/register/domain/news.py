"""Which of what a row states of a record is news, and which only repeats what is shown in another way?"""

from collections.abc import Mapping

from betang.journal.domain.records import Value
from betang.register.domain.addresses import of_parts

# What is worked out from other fields is said with them: while those stay, it is no news.
_WORKED_OUT_FROM: Mapping[str, tuple[str, ...]] = {
    "income_band": ("income_rupiah",),
    "position_source": ("longitude", "latitude"),
}
PARTS_OF_ADDRESS = frozenset({"hamlet", "rt", "rw"})
# A sheet's cell cannot hold these at its edges: whoever reads it takes them for the marks of a text cell.
_AT_EDGES = "'\"`’‘“” "


def news(shown: Mapping[str, Value], stated: Mapping[str, Value]) -> dict[str, Value]:
    """The stated values that say otherwise than the shown ones; what is not stated says nothing."""
    other: dict[str, Value] = {
        name: value
        for name, value in stated.items()
        if value is not None and value != (before := shown.get(name)) and not _is_same_text(before, value)
    }
    for name, sources in _WORKED_OUT_FROM.items():
        if name in other and all(stated.get(source) is not None and source not in other for source in sources):
            del other[name]
    return other


def without_parts(shown: Mapping[str, Value], stated: Mapping[str, Value]) -> Mapping[str, Value]:
    """A row whose hamlet, RT and RW were read out of the very address that is shown says nothing of them.

    Nor does it of the address, where the one that is shown is made of its parts.
    """
    written = shown.get("address")
    if stated.get("address") is None or not _is_same_text(written or of_parts(shown), stated["address"]):
        return stated
    told = PARTS_OF_ADDRESS if written else PARTS_OF_ADDRESS | {"address"}
    return {name: value for name, value in stated.items() if name not in told}


def _is_same_text(before: Value, value: Value) -> bool:
    if not isinstance(before, str) or not isinstance(value, str):
        return False
    return before == value or " ".join(before.strip(_AT_EDGES).split()) == value
