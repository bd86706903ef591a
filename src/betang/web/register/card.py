"""What stands on the page of a home, each value with its date, its source and what waits beside it?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from betang.accounts.queries import Ability, Acting
from betang.journal import queries as journal
from betang.register import queries as register
from betang.register.commands.editing import MAY_DECIDE
from betang.register.domain import condition
from betang.register.domain.fields import BY_NAME, Kind
from betang.register.domain.parsing import DOUBT_OF, DOUBTS, FIGURE_DOUBTS
from betang.register.queries import EntityView, FamilyCard, FieldProvenance, FieldView, RecordView, SaidView
from betang.web.register import layout, wording
from betang.web.register.listing import TONES

Words = str | Promise
Told = Mapping[UUID, Mapping[str, FieldProvenance]]

# With what authority a value was written, in the words of an office.
RANKS: Mapping[int, Words] = {
    6: _("pemilik data"),
    4: _("kantor lain"),
    3: _("petugas lapangan"),
    2: _("desa"),
    1: _("daftar dari luar"),
    0: _("belum terbukti"),
}
# A part of the house: its name, the field of its material, the field of its condition.
PARTS: tuple[tuple[Words, str, str], ...] = (
    (_("Atap"), "roof_material", "roof_condition"),
    (_("Dinding"), "wall_material", "wall_condition"),
    (_("Lantai"), "floor_material", "floor_condition"),
    (_("Rangka atap"), "roof_frame_material", "roof_frame_condition"),
    (_("Kolom"), "column_material", "column_condition"),
    (_("Balok"), "beam_material", "ring_beam_condition"),
    (_("Sloof"), "sill_beam", "sill_beam_condition"),
    (_("Fondasi"), "foundation_material", "foundation_condition"),
    (_("Jendela"), "windows", "window_condition"),
    (_("Ventilasi"), "ventilation", "ventilation_condition"),
    (_("Plafon"), "ceiling_material", "ceiling_condition"),
)
_FIGURES = {code: figure for figure, code in enumerate(BY_NAME[Kind.ASSESSMENT]["roof_condition"].codes.codes, 1)}  # type: ignore[union-attr]  # it is a coded field
_LINKS_AND_DOUBTS = frozenset({"house", "family", "head"}) | DOUBTS
_BESIDE: Mapping[str, str] = {number: doubt for number, (doubt, _) in DOUBT_OF.items()} | dict(FIGURE_DOUBTS)
_AS_USUAL = {"status": (None, "AKTIF")}  # goes without saying


@dataclass(frozen=True)
class Fact:
    """A field of a record as its page shows it."""

    entity: UUID
    kind: Kind
    view: FieldView
    told: FieldProvenance | None
    doubt: Words = ""

    @property
    def is_known(self) -> bool:
        return self.view.value is not None

    @property
    def is_secret(self) -> bool:
        return self.view.name in DOUBT_OF

    @property
    def anchor(self) -> str:
        return anchor(self.entity, self.view.name)

    @property
    def tone(self) -> str:
        """How bad a condition is; empty for whatever is not one."""
        return TONES.get(_FIGURES.get(str(self.view.value), 0), "")

    @property
    def beside(self) -> int:
        return len(self.told.others) if self.told else 0


@dataclass(frozen=True)
class Part:
    """One line of the table of the house's parts."""

    name: Words
    material: Fact | None
    condition: Fact | None


@dataclass(frozen=True)
class Facts:
    """Known facts under a heading, and the names of those that nobody knows yet."""

    heading: Words
    known: tuple[Fact, ...]
    unknown: tuple[Fact, ...]


@dataclass(frozen=True)
class Difference:
    """A field on which values stand side by side. `seen` is the note to send along with a decision."""

    fact: Fact
    owner_label: str
    shown: SaidView
    others: tuple[SaidView, ...]
    seen: str
    may_decide: bool

    @property
    def is_conflict(self) -> bool:
        return any(other.standing == "conflict" for other in self.others)

    @property
    def anchor(self) -> str:
        return self.fact.anchor.replace("isian", "beda", 1)

    @property
    def all(self) -> tuple[SaidView, ...]:
        return (self.shown, *self.others)


@dataclass(frozen=True)
class Household:
    """A family on the page."""

    card: FamilyCard
    head: tuple[Fact, ...]
    groups: tuple[Facts, ...]

    @property
    def unknown(self) -> str:
        return names_of_unknown(self.groups)


@dataclass(frozen=True)
class Visit:
    """A visit, and how bad it found the home."""

    view: EntityView
    condition: str
    tone: str


@dataclass(frozen=True)
class Card:
    """Everything that the page draws."""

    told: RecordView
    title: str
    parts: tuple[Part, ...]
    house: tuple[Facts, ...]
    households: tuple[Household, ...]
    visit: EntityView | None
    visits: tuple[Visit, ...]
    differences: tuple[Difference, ...]
    tone: str


def anchor(entity: UUID, name: str) -> str:
    """Where on the page a field is."""
    return f"isian-{entity.hex[-8:]}-{name.replace('_', '-')}"


def card(acting: Acting, entity: UUID) -> Card:
    """The page of the home that any record's id belongs to. Raises `Refusal` "not_found"."""
    told = register.record(acting, entity)
    visit = next((view for view in told.assessments if _has_condition(view)), None)
    provenance = {view.id: register.provenance(acting, view.id) for view in _with_source(told, visit)}
    return Card(
        told=told,
        title=_title(told),
        parts=tuple(_parts(told.house, visit, provenance)),
        house=tuple(_house(told.house, provenance)),
        households=tuple(_household(each, provenance) for each in told.families),
        visit=visit,
        visits=tuple(_visit(view) for view in told.assessments),
        differences=tuple(_differences(acting, told, provenance)),
        tone=TONES[told.condition],
    )


def names_of_unknown(groups: Iterable[Facts]) -> str:
    """What nobody knows yet, in one line."""
    unknown = (BY_NAME[fact.kind][fact.view.name] for group in groups for fact in group.unknown)
    return ", ".join(wording.inside_a_sentence(wording.label(each)) for each in unknown)


def _title(told: RecordView) -> str:
    focused = [each for each in told.families if told.focus in {view.id for view in _everyone(each)}]
    heads = [each.head.text("name") for each in (focused or told.families) if each.head]
    return ", ".join(heads)


def _everyone(card: FamilyCard) -> Iterator[EntityView]:
    yield card.family
    yield from (view for view in (card.head, *card.members, *card.aid) if view)


def _told_of(told: RecordView) -> list[EntityView]:
    families = [view for card in told.families for view in _everyone(card)]
    return [*([told.house] if told.house else []), *told.assessments, *families]


def _visit(view: EntityView) -> Visit:
    figure = condition.worst({part: view.value(part) for part in condition.PARTS})
    return Visit(view, condition.label(figure) if figure else "", TONES[figure])


def _with_source(told: RecordView, visit: EntityView | None) -> Iterator[EntityView]:
    """The records whose every value is shown with its source, and those on which values wait."""
    heads = {card.head.id for card in told.families if card.head}
    for view in _told_of(told):
        if view.kind in ("house", "family") or view is visit or view.id in heads or told.open_fields.get(view.id):
            yield view


def _has_condition(view: EntityView) -> bool:
    return any(view.value(name) is not None for name in layout.CONDITIONS)


def _fact(view: EntityView, name: str, provenance: Told) -> Fact:
    kind = Kind[view.kind.upper()]
    doubt = view.text(_BESIDE[name]) if name in _BESIDE else ""
    return Fact(view.id, kind, view.fields[name], provenance.get(view.id, {}).get(name), doubt)


def _parts(house: EntityView | None, visit: EntityView | None, provenance: Told) -> Iterator[Part]:
    for name, material, judged in PARTS:
        of_house = _fact(house, material, provenance) if house else None
        of_visit = _fact(visit, judged, provenance) if visit else None
        if any(fact and fact.is_known for fact in (of_house, of_visit)):
            yield Part(name, of_house, of_visit)


def _house(house: EntityView | None, provenance: Told) -> Iterator[Facts]:
    if house is None:
        return
    for heading, names in layout.EDITED[Kind.HOUSE]:
        if names is not layout.MATERIALS:
            yield _facts(heading, house, names, provenance)


def _facts(heading: Words, view: EntityView, names: Iterable[str], provenance: Told) -> Facts:
    facts = [_fact(view, name, provenance) for name in names if view.value(name) not in _AS_USUAL.get(name, ())]
    return Facts(heading, tuple(f for f in facts if f.is_known), tuple(f for f in facts if not f.is_known))


def _household(card: FamilyCard, provenance: Told) -> Household:
    groups = [_facts(heading, card.family, names, provenance) for heading, names in layout.EDITED[Kind.FAMILY]]
    head = _facts("", card.head, (*layout.IDENTITY, *layout.PERSONAL), provenance).known if card.head else ()
    return Household(card, head, tuple(groups))


def _differences(acting: Acting, told: RecordView, provenance: Told) -> Iterator[Difference]:
    ranks = acting.ranks_for(told.region_code)
    for view in _told_of(told):
        for name, field in provenance.get(view.id, {}).items():
            if field.others and name not in _LINKS_AND_DOUBTS:
                yield _difference(acting, _fact(view, name, provenance), _label(told, view), field, ranks)


def _difference(
    acting: Acting, fact: Fact, owner_label: str, field: FieldProvenance, ranks: Mapping[str, int]
) -> Difference:
    is_entitled = acting.may(Ability.DECIDE) and ranks.get(field.group, 0) >= max(MAY_DECIDE, field.shown.rank)
    seen = journal.seen_all(fact.entity, field.name) if is_entitled else ""
    return Difference(fact, owner_label, field.shown, field.others, seen, is_entitled)


def _label(told: RecordView, view: EntityView) -> str:
    """Of whom a field speaks, where a home has more than one of the kind."""
    return view.text("name") if view.kind == "person" else _of_family(told.families, view)


def _of_family(families: Sequence[FamilyCard], view: EntityView) -> str:
    if len(families) < 2 or view.kind == "house":
        return ""
    return next((each.head.text("name") for each in families if each.head and view in _everyone(each)), "")
