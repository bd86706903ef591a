"""In whose name, in which role and in which region does somebody act?"""

from dataclasses import dataclass
from uuid import UUID

from betang.accounts.domain.roles import ABILITIES, OFFICES_OF, Ability, Role
from betang.journal.domain.commits import Author
from betang.kernel.ids import is_marked
from betang.organisation.domain import policy
from betang.organisation.domain.policy import Relation
from betang.organisation.domain.regions import is_within

POLICY = 2  # the version that new commits name


@dataclass(frozen=True, slots=True)
class Acting:
    """A person with one of their grants. Every query and command is given one, and asks it."""

    username: str
    person: str
    agency_id: UUID
    agency: str
    agency_kind: str
    role: str
    region_code: str
    grant_id: int | None = None
    agency_region: str = ""  # left out where the grant covers the whole region of the agency

    def may(self, ability: Ability) -> bool:
        """Whether the role has this ability at all, in an office of this kind; `covers` says where."""
        offices = OFFICES_OF.get(ability)
        return ability in ABILITIES[Role(self.role)] and (offices is None or self.agency_kind in offices)

    def covers(self, region_code: str) -> bool:
        """Whether a region lies inside the one this person works in."""
        return is_within(region_code, self.region_code)

    def author(self) -> Author:
        """How the journal names this person."""
        return Author(self.agency_id, self.agency, self.role, self.person, POLICY)

    def ranks_for(self, region_code: str) -> dict[str, int]:
        """The rank on every field group, for a record in this region.

        It follows from where the agency is, not from how far a grant reaches: a province's officer who looks after one
        regency writes from above, and any node can work the rank out from the agency and role that a commit names.
        """
        return self._ranks(policy.relation(self.agency_region or self.region_code, region_code))

    def ranks_on(self, record: UUID, region_code: str) -> dict[str, int]:
        """The same for a record of the programme, about which the agency that made it is right."""
        ranks = self.ranks_for(region_code)
        if not self.made(record):
            return ranks
        return {group: max(rank, ranks[group]) for group, rank in self._ranks(Relation.CREATOR).items()}

    def made(self, record: UUID) -> bool:
        """Whether this person's agency made a record, as its id tells."""
        return is_marked(record, self.agency_id)

    def _ranks(self, relation: Relation) -> dict[str, int]:
        return policy.ranks(policy=POLICY, agency_kind=self.agency_kind, role=self.role, relation=relation)
