"""With what authority does an office write a field?

A policy is immutable: field group x kind of agency x role or source x relation. A later one gets its own number and
binds only commits that name it; what was written under an earlier one keeps its rank for ever. Policy 1 knows the
records of the register; policy 2 adds those of the programme, in which whoever made a record is right about it.
"""

from collections.abc import Mapping, Sequence, Set
from enum import StrEnum
from types import MappingProxyType

from betang.organisation.domain.agencies import DONORS, AgencyKind
from betang.organisation.domain.regions import is_within

OWNER, OFFICE, FACILITATOR, VILLAGE, OUTSIDE_LIST, UNPROVED = 6, 4, 3, 2, 1, 0

GROUPS_1 = (
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
# What policy 2 adds, with the offices that are right about it besides the one that made the record.
GROUPS_2: Mapping[str, frozenset[AgencyKind]] = MappingProxyType(
    {
        "target_proposal": frozenset({AgencyKind.HOUSING}),
        "target_region": frozenset({AgencyKind.PROVINCE}),
        "target_ministry": frozenset({AgencyKind.BALAI, AgencyKind.MINISTRY}),
        "target_agreed": frozenset({AgencyKind.BALAI, AgencyKind.MINISTRY}),
        "purse": frozenset(),
        "pledge": frozenset(),
        "pledge_answer": frozenset({AgencyKind.HOUSING}),
        "realisation": frozenset(),
        "realisation_link": frozenset({AgencyKind.HOUSING}),
        "case": frozenset(),
        "report": frozenset(),
        "published": frozenset(),
        "meeting": frozenset(),
        "decision": frozenset(),
        "obstacle": frozenset(),
        "obstacle_answer": frozenset(),
        "commitment": frozenset(),
        "commitment_proof": frozenset(),
    }
)
# Of these, the ones on which it counts nothing to have made the record: they are others' answers to it.
ANSWERS = frozenset(
    {"target_region", "target_ministry", "target_agreed", "pledge_answer", "realisation_link", "obstacle_answer"}
)


class Relation(StrEnum):
    """How an office lies to a record: its region to the record's, or that it made the record itself."""

    OWN = "own"
    ABOVE = "above"
    FOREIGN = "foreign"
    CREATOR = "creator"


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


def groups(policy: int) -> tuple[str, ...]:
    """The field groups that a policy speaks of. Raises `KeyError` for a policy that is not known here."""
    return _GROUPS[policy]


def ranks(*, policy: int, agency_kind: str, role: str, relation: Relation) -> dict[str, int]:
    """The rank (0 to 6) on every field group. Raises `KeyError` for a policy that is not known here."""
    rank = POLICIES[policy]
    return {group: rank(group, AgencyKind(agency_kind), role, relation) for group in groups(policy)}


def _policy_1(group: str, agency_kind: AgencyKind, role: str, relation: Relation) -> int:
    return _by_office(OWNERS[group], agency_kind, role, relation, from_above=agency_kind in FROM_ABOVE)


def _policy_2(group: str, agency_kind: AgencyKind, role: str, relation: Relation) -> int:
    if relation is Relation.CREATOR:
        return UNPROVED if group in OWNERS or group in ANSWERS else min(OWNER, CAPS.get(role, OWNER))
    if agency_kind in DONORS:
        return UNPROVED
    if group in OWNERS:
        return _policy_1(group, agency_kind, role, relation)
    return _by_office(GROUPS_2[group], agency_kind, role, relation, from_above=True)


def _by_office(
    owners: Set[AgencyKind], agency_kind: AgencyKind, role: str, relation: Relation, *, from_above: bool
) -> int:
    if relation in (Relation.FOREIGN, Relation.CREATOR):
        return UNPROVED
    if role in CAPS:
        return CAPS[role]
    here = relation is Relation.OWN or from_above
    return OWNER if agency_kind in owners and here else OFFICE


POLICIES = MappingProxyType({1: _policy_1, 2: _policy_2})
_GROUPS = MappingProxyType({1: GROUPS_1, 2: (*GROUPS_1, *GROUPS_2)})


def printed(policy: int) -> str:
    """A policy as a page of documentation."""
    kinds = KINDS[policy]
    head = f"| kelompok isian | {' | '.join(kinds)} |{_CREATOR_HEAD[policy]}\n|---|{'---|' * len(kinds)}{_RULE[policy]}"
    rows = (_row(policy, group, kinds) for group in groups(policy))
    caps = "\n".join(f"| `{role}` | {rank} |" for role, rank in CAPS.items())
    return _PAGE.format(policy=policy, more=_MORE[policy], table="\n".join((head, *rows)), caps=caps)


def _row(policy: int, group: str, kinds: Sequence[AgencyKind]) -> str:
    def cell(kind: AgencyKind) -> str:
        own, above = (POLICIES[policy](group, kind, "data_officer", r) for r in (Relation.OWN, Relation.ABOVE))
        return f"{own} / {above}"

    creator = f" {_policy_2(group, kinds[0], 'data_officer', Relation.CREATOR) or '–'} |" if policy > 1 else ""
    return f"| {group} | {' | '.join(map(cell, kinds))} |{creator}"


# The kinds of office that there were when the policy was made: a later kind of office has its rank by the same rule.
KINDS: Mapping[int, tuple[AgencyKind, ...]] = MappingProxyType(
    {1: tuple(kind for kind in AgencyKind if kind not in DONORS), 2: tuple(AgencyKind)}
)
_CREATOR_HEAD = {1: "", 2: " pembuat catatan |"}
_RULE = {1: "", 2: "---|"}
_MORE = {
    1: "",
    2: """
Who made a record is seen from its id (version 8, whose last 40 bits are the mark of the agency), so that any node can
tell without asking; `pembuat catatan` is the rank of that agency, wherever it is, if that is the higher one. Groups of
policy 1 are as they were.
""",
}
_PAGE = """# Policy {policy}: with what authority a field is written

Printed from `organisation/domain/policy.py`; a test compares. Immutable: a change is a new policy with a new number.

A commit names the agency and the role it acts for; the rank follows from this table. 6 the owner in its region, 4 other
offices and upper levels, 3 facilitator, 2 village, 1 a list from outside, 0 unproved or a foreign region.
A value is replaced only by somebody of at least its rank who had seen it; a lower one stands beside it as a proposal.
{more}
Each cell: rank in the office's own region / from above (province, nation). From a foreign region it is 0 everywhere.

{table}

A role or source caps the rank, whoever it works for:

| role or source | rank |
|---|---|
{caps}
"""
