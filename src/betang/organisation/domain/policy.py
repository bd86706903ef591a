"""With what authority does an office write a field?

Policy 1, immutable: field group x kind of agency x role or source x relation of regions. A later policy gets its own
number and binds only commits that name it; what was written under this one keeps its rank for ever.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from betang.organisation.domain.agencies import AgencyKind
from betang.organisation.domain.regions import is_within

OWNER, OFFICE, FACILITATOR, VILLAGE, OUTSIDE_LIST, UNPROVED = 6, 4, 3, 2, 1, 0

GROUPS = (
    "house_state",
    "house_place",
    "tenure",
    "assessment",
    "family",
    "identity",
    "welfare",
    "aid",
    "record",
)


class Relation(StrEnum):
    """How the region an office works in lies to the region a record is in."""

    OWN = "own"
    ABOVE = "above"
    FOREIGN = "foreign"


# Who is right about what, in its own region (and from above, if of a kind in FROM_ABOVE).
OWNERS: Mapping[str, frozenset[AgencyKind]] = MappingProxyType(
    {
        "house_state": frozenset({AgencyKind.HOUSING}),
        "house_place": frozenset({AgencyKind.HOUSING}),
        "tenure": frozenset({AgencyKind.HOUSING}),
        "assessment": frozenset({AgencyKind.HOUSING}),
        "family": frozenset({AgencyKind.HOUSING}),
        "identity": frozenset({AgencyKind.CIVIL_REGISTRY}),
        "welfare": frozenset({AgencyKind.STATISTICS}),
        "aid": frozenset({AgencyKind.HOUSING, AgencyKind.BALAI}),
        "record": frozenset({AgencyKind.HOUSING}),
    }
)

# Whose authority reaches down from a province or the nation: a balai works through the regencies it covers, and a NIK
# or a decile is what Dukcapil or BPS says it is, at whichever level.
FROM_ABOVE = frozenset({AgencyKind.BALAI, AgencyKind.CIVIL_REGISTRY, AgencyKind.STATISTICS})

# A role or source that caps the rank, whoever it works for.
CAPS: Mapping[str, int] = MappingProxyType(
    {"facilitator": FACILITATOR, "village_operator": VILLAGE, "list_from_outside": OUTSIDE_LIST}
)


def relation(agency_region: str, region: str) -> Relation:
    """OWN for the same region or one inside it, ABOVE for an office of a province or the nation, else FOREIGN."""
    if not is_within(region, agency_region):
        return Relation.FOREIGN
    return Relation.OWN if "." in agency_region else Relation.ABOVE


def ranks(*, policy: int, agency_kind: str, role: str, relation: Relation) -> dict[str, int]:
    """The rank (0 to 6) on every field group. Raises `KeyError` for a policy that is not known here."""
    return {group: POLICIES[policy](group, AgencyKind(agency_kind), role, relation) for group in GROUPS}


def _policy_1(group: str, agency_kind: AgencyKind, role: str, relation: Relation) -> int:
    if relation is Relation.FOREIGN:
        return UNPROVED
    if role in CAPS:
        return CAPS[role]
    owns = agency_kind in OWNERS[group]
    here = relation is Relation.OWN or agency_kind in FROM_ABOVE
    return OWNER if owns and here else OFFICE


POLICIES = MappingProxyType({1: _policy_1})


def printed(policy: int = 1) -> str:
    """The policy as a page of documentation."""
    kinds = list(AgencyKind)
    head = f"| kelompok isian | {' | '.join(kinds)} |\n|---|{'---|' * len(kinds)}"
    rows = (_row(policy, group, kinds) for group in GROUPS)
    caps = "\n".join(f"| `{role}` | {rank} |" for role, rank in CAPS.items())
    return _PAGE.format(policy=policy, table="\n".join((head, *rows)), caps=caps)


def _row(policy: int, group: str, kinds: list[AgencyKind]) -> str:
    def cell(kind: AgencyKind) -> str:
        own, above = (POLICIES[policy](group, kind, "data_officer", r) for r in (Relation.OWN, Relation.ABOVE))
        return f"{own} / {above}"

    return f"| {group} | {' | '.join(map(cell, kinds))} |"


_PAGE = """# Policy {policy}: with what authority a field is written

Printed from `organisation/domain/policy.py`; a test compares. Immutable: a change is a new policy with a new number.

A commit names the agency and the role it acts for; the rank follows from this table. 6 the owner in its region, 4 other
offices and upper levels, 3 facilitator, 2 village, 1 a list from outside, 0 unproved or a foreign region.
A value is replaced only by somebody of at least its rank who had seen it; a lower one stands beside it as a proposal.

Each cell: rank in the office's own region / from above (province, nation). From a foreign region it is 0 everywhere.

{table}

A role or source caps the rank, whoever it works for:

| role or source | rank |
|---|---|
{caps}
"""
