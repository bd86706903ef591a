"""What stands on the page of a home: the house, everyone who lives there, the visits, the aid?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from betang.accounts.queries import Acting
from betang.journal import queries as journal
from betang.journal.domain.records import FieldType, Value
from betang.organisation import queries as organisation
from betang.register.domain import condition
from betang.register.domain.fields import FIELDS, Field, Kind
from betang.register.domain.parsing import write
from betang.register.models import AidReceived, Assessment, Family, House, Listing, Person
from betang.register.queries.located import Located, located
from betang.register.queries.numbers import masked
from betang.register.tables import VOID, values_of


@dataclass(frozen=True)
class FieldView:
    """One field as shown: `value` in python, `text` in Bahasa; both masked where it is a personal number."""

    name: str
    label: str
    unit: str
    group: str
    value: Value
    text: str


@dataclass(frozen=True)
class EntityView:
    """One record: its fields by name, in the order of the field table, also those that are not known."""

    id: UUID
    kind: str
    kind_label: str
    fields: Mapping[str, FieldView]
    observed_date: date | None

    def value(self, name: str) -> Value:
        return self.fields[name].value

    def text(self, name: str) -> str:
        return self.fields[name].text


@dataclass(frozen=True)
class FamilyCard:
    """A family: its record, its head, the other members, the aid it received (the latest first)."""

    family: EntityView
    head: EntityView | None
    members: tuple[EntityView, ...]
    aid: tuple[EntityView, ...]


@dataclass(frozen=True)
class RecordView:
    """The whole card of a home. `focus` is the id that was asked for; visits are the latest first.

    `open_fields` says, by record, on how many fields another value waits beside the shown one.
    """

    focus: UUID
    kind: str
    title: str
    region_code: str
    place: str
    house: EntityView | None
    families: tuple[FamilyCard, ...]
    assessments: tuple[EntityView, ...]
    condition: int
    condition_label: str
    assessed_date: date | None
    observed_date: date | None
    open_fields: Mapping[UUID, int]


def record(acting: Acting, entity: UUID | str) -> RecordView:
    """The card that any id of a house, a family, a person, a visit or an aid belongs to; else `Refusal` "not_found"."""
    found = located(acting, entity)
    house_id, family_id = _home(found)
    houses = _views(Kind.HOUSE, House.objects.filter(id=house_id)) if house_id else []
    families = _families(house_id, family_id)
    visits = _visits(house_id, [card.family.id for card in families])
    listed = _listed(families, family_id)
    everyone = [*houses, *visits, *(view for card in families for view in _all_of(card))]
    return RecordView(
        focus=found.id,
        kind=found.kind.name.lower(),
        title=_title(families, family_id),
        region_code=found.region_code,
        place=organisation.label(found.region_code),
        house=houses[0] if houses else None,
        families=tuple(families),
        assessments=tuple(visits),
        condition=listed.condition if listed else condition.UNKNOWN,
        condition_label=condition.label(listed.condition if listed else condition.UNKNOWN),
        assessed_date=listed.assessed_date if listed else None,
        observed_date=listed.observed_date if listed else None,
        open_fields=journal.open_on(view.id for view in everyone),
    )


def _home(found: Located) -> tuple[UUID | None, UUID | None]:
    """The house and the family that a record leads to."""
    house = found.id if found.kind is Kind.HOUSE else found.values.get("house")
    family = found.id if found.kind is Kind.FAMILY else found.values.get("family")
    if not isinstance(house, UUID) and isinstance(family, UUID):
        house = Family.objects.filter(id=family).values_list("house", flat=True).first()
    return house if isinstance(house, UUID) else None, family if isinstance(family, UUID) else None


def _families(house: UUID | None, family: UUID | None) -> list[FamilyCard]:
    """All who live in the house, the one that was asked for first. What was taken back is shown only if asked for."""
    here = (Q(house=house) if house else Q()) | (Q(id=family) if family else Q())
    families = _views(Kind.FAMILY, Family.objects.filter(here).exclude(Q(status=VOID) & ~Q(id=family))) if here else []
    ids = [view.id for view in families]
    persons = _views(Kind.PERSON, Person.objects.filter(family__in=ids).exclude(status=VOID))
    aid = _views(Kind.AID, AidReceived.objects.filter(family__in=ids).exclude(status=VOID))
    aid.sort(key=lambda view: (view.value("year") or 0, view.id), reverse=True)
    cards = [_card(view, persons, aid) for view in families]
    return sorted(cards, key=lambda card: card.family.id != family)


def _card(family: EntityView, persons: Sequence[EntityView], aid: Sequence[EntityView]) -> FamilyCard:
    mine = [view for view in persons if view.value("family") == family.id]
    head = next((view for view in mine if view.id == family.value("head")), None)
    members = tuple(view for view in mine if view is not head)
    return FamilyCard(family, head, members, tuple(view for view in aid if view.value("family") == family.id))


def _visits(house: UUID | None, families: Sequence[UUID]) -> list[EntityView]:
    here = Q(family__in=families) | (Q(house=house) if house else Q())
    visits = _views(Kind.ASSESSMENT, Assessment.objects.filter(here).exclude(status=VOID))
    return sorted(visits, key=lambda view: (view.value("assessed_date") or date.min, view.id), reverse=True)


def _listed(families: Sequence[FamilyCard], asked: UUID | None) -> Listing | None:
    wanted = asked or (families[0].family.id if families else None)
    return Listing.objects.filter(family_id=wanted).first() if wanted else None


def _title(families: Sequence[FamilyCard], asked: UUID | None) -> str:
    names = [card.head.text("name") for card in families if card.head and asked in (None, card.family.id)]
    return ", ".join(name for name in names if name)


def _all_of(card: FamilyCard) -> Iterable[EntityView]:
    return (view for view in (card.family, card.head, *card.members, *card.aid) if view)


def _views(kind: Kind, rows: QuerySet[Any]) -> list[EntityView]:  # Any: of whichever of the five tables
    return [
        view_of(kind, row["id"], values_of(kind, row), row["observed_date"]) for row in rows.order_by("id").values()
    ]


def view_of(kind: Kind, entity: UUID, values: Mapping[str, Value], observed: date | None) -> EntityView:
    """A record as it may be shown to whoever may see it at all."""
    fields = {each.name: field_view(each, values.get(each.name)) for each in FIELDS[kind]}
    return EntityView(entity, kind.name.lower(), kind.label, fields, observed)


def field_view(each: Field, value: Value) -> FieldView:
    shown = readable(each, value)
    return FieldView(each.name, each.label, each.unit, each.group, shown, write(each, shown))


def readable(each: Field, value: Value) -> Value:
    """The value itself, or the mask of a personal number."""
    if each.type is FieldType.SEALED and value is not None:
        return masked(value)  # type: ignore[arg-type]  # a sealed field has sealed values
    return value
