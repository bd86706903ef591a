"""What may a report say, what is it marked with, and which words of it are missing?"""

from collections.abc import Iterable, Mapping

from betang.delivery.domain.fields import BY_NAME, Kind
from betang.kernel.errors import Refusal
from betang.register.domain.parsing import FieldsRefused

_REPORT = frozenset(
    {
        "village_code", "work", "source", "stage", "started_date", "thirty_date", "finished_date", "handover_date",
        "house", "family", "nik", "recipient", "address", "case_number", "unit_number", "amount_rupiah", "pledge",
        "musdes_date", "musdes_decree", "latitude", "longitude", "note",
    }
)  # fmt: skip
_CASE = frozenset(
    {
        "case_kind", "case_number", "village_code", "applied_date", "complete_date", "decided_date", "outcome",
        "realisation", "house", "family", "nik", "applicant", "address", "charge_rupiah", "tax_object", "note",
    }
)  # fmt: skip
_NUMBER = frozenset({"region_code", "month", "work", "source", "stage", "homes", "document", "note"})
SAID: Mapping[Kind, frozenset[str]] = {Kind.REALISATION: _REPORT, Kind.CASE: _CASE, Kind.AGGREGATE: _NUMBER}
REQUIRED: Mapping[Kind, tuple[str, ...]] = {
    Kind.REALISATION: ("village_code", "work", "source", "stage"),
    Kind.CASE: ("case_kind", "case_number", "village_code", "applied_date"),
    Kind.AGGREGATE: ("region_code", "month", "source", "stage", "homes"),
}

# What a report is taken with all the same, and told; msgids.
MARKS: Mapping[str, str] = {
    "over_cap": "Nilainya di atas batas sumber dana ini",
    "known_home": "Rumah ini ada di laporan lain juga dan dihitung satu kali",
    "several_sources": "Rumah ini dibayar lebih dari satu sumber dana",
}


def strange(kind: Kind, given: Iterable[str]) -> dict[str, Refusal]:
    """The refusals of fields that nobody fills in by themselves."""
    return {
        name: Refusal(
            "Isian %(field)s tidak ada atau tidak dapat diisi sendiri. Periksa ejaannya.",
            code="no_such_field",
            field=name,
        )
        for name in given
        if name not in SAID[kind]
    }


def missing(kind: Kind, said: Mapping[str, object]) -> dict[str, Refusal]:
    """The refusals of what must be said and is not."""
    return {name: unanswered(kind, name) for name in REQUIRED[kind] if said.get(name) is None}


def unanswered(kind: Kind, name: str) -> Refusal:
    return Refusal(
        "%(label)s belum diisi. Isi dulu, lalu simpan lagi.", code="unanswered", label=BY_NAME[kind][name].label
    )


def raise_if(refusals: Mapping[str, Refusal]) -> None:
    """Raise `FieldsRefused` if there is any."""
    if refusals:
        raise FieldsRefused(refusals)
