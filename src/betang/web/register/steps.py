"""Which steps does "Tambah keluarga" have, what does each ask, and what do the answers make together?

Nothing rests between the steps: the answers travel in the form itself, so no number is left in a session.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from betang.kernel.errors import Refusal
from betang.register.commands import FamilyEntry
from betang.register.domain.fields import Kind
from betang.register.domain.parsing import FieldsRefused, read_all
from betang.web.register import forms, villages
from betang.web.register.forms import Group, Question

Words = str | Promise

HOMELESS = "TANPA RUMAH"
_NEED = "family.housing_need"
_REQUIRED = frozenset({_NEED, "house.village_code", "head.name"})
_KINDS: Mapping[str, Kind] = {
    "house": Kind.HOUSE,
    "family": Kind.FAMILY,
    "head": Kind.PERSON,
    "assessment": Kind.ASSESSMENT,
}


@dataclass(frozen=True)
class Step:
    """One page of the job: its word in the form, its name, what it asks (by part), the name of the button onwards."""

    word: str
    name: Words
    heading: Words
    asked: tuple[tuple[Words, tuple[str, ...]], ...] = ()


LIVING = Step("tinggal", gettext_lazy("Tempat tinggal"), gettext_lazy("Di mana keluarga ini tinggal?"), (
    (gettext_lazy("Tempat tinggal"), (_NEED,)),
    (gettext_lazy("Letak"), ("house.village_code", "house.hamlet", "house.rt", "house.rw", "house.address")),
))  # fmt: skip
HOUSE = Step("rumah", gettext_lazy("Rumah"), gettext_lazy("Seperti apa rumahnya?"), (
    (gettext_lazy("Bangunan"), ("house.floor_area_m2", "house.occupants", "house.family_count")),
    (gettext_lazy("Atap, dinding, dan lantai"), (
        "house.roof_material", "assessment.roof_condition", "house.wall_material", "assessment.wall_condition",
        "house.floor_material", "assessment.floor_condition")),
    (gettext_lazy("Air dan sanitasi"), ("house.water_source", "house.bathroom", "house.sewage")),
    (gettext_lazy("Hak atas rumah dan tanah"), ("house.house_ownership", "house.land_tenure")),
))  # fmt: skip
FAMILY = Step("keluarga", gettext_lazy("Keluarga dan kepala"), gettext_lazy("Siapa kepala keluarganya?"), (
    (gettext_lazy("Kepala keluarga"), (
        "head.name", "head.nik", "head.sex", "head.birth_place", "head.birth_date", "head.occupation")),
    (gettext_lazy("Keluarga"), ("family.kk_number", "family.member_count", "family.income_rupiah")),
))  # fmt: skip
CHECK = Step("periksa", gettext_lazy("Periksa jawaban"), gettext_lazy("Sudah benar semua?"))

NEW = (LIVING, HOUSE, FAMILY, CHECK)
SHARED = (
    replace(FAMILY, asked=((gettext_lazy("Tempat tinggal"), (_NEED,)), *FAMILY.asked)), CHECK,
)  # fmt: skip


def steps(post: QueryDict, *, is_shared: bool) -> tuple[Step, ...]:
    """The steps of this job: a family in a listed house is not asked about the house, one without a home neither."""
    if is_shared:
        return SHARED
    return tuple(step for step in NEW if step is not HOUSE or post.get(_NEED) != HOMELESS)


def groups(step: Step, region_code: str) -> tuple[Group, ...]:
    """The questions of a step, unanswered."""
    made = tuple(Group(legend, tuple(_question(name, region_code) for name in names)) for legend, names in step.asked)
    if step.word != FAMILY.word:
        return made
    source = Question(forms.BECAUSE, _("Dari mana keterangan ini"), hint=_("Misalnya kunjungan, musdes, surat desa."))
    return (*made, Group(_("Tentang catatan ini"), (forms.observed_question(), source)))


def _question(name: str, region_code: str) -> Question:
    part, field = name.split(".")
    asked = replace(forms.question(_KINDS[part], field, part=part), is_required=name in _REQUIRED)
    if field == "village_code":
        return villages.offered(asked, region_code)
    if name == _NEED:
        return replace(asked, widget="radios", options=asked.options[1:])
    return asked


def check(step: Step, questions: Iterable[Question], post: QueryDict, *, today: date) -> None:
    """Whether the answers of a step can be read. Raises `FieldsRefused` with the names of the questions."""
    asked = list(questions)
    forms.check_required(asked, post)
    refusals: dict[str, Refusal] = {}
    for part in _KINDS:
        try:
            read_all(_KINDS[part], _given(asked, post, part))
        except FieldsRefused as refused:
            refusals |= {f"{part}.{name}": refusal for name, refusal in refused.refusals.items()}
    if refusals:
        raise FieldsRefused(refusals)
    if step.word == FAMILY.word:
        forms.read_observed(post, today=today)


def entry(
    questions: Iterable[Question], post: QueryDict, *, house_id: UUID | None, observed: date | None
) -> FamilyEntry:
    """What all answers make together."""
    asked = list(questions)
    parts = {part: _given(asked, post, part) for part in _KINDS}
    house, family, visit = parts["house"], parts["family"], parts["assessment"]
    if post.get(_NEED) == HOMELESS:
        family |= {name: house[name] for name in ("village_code", "address") if name in house}
        house, visit = {}, {}
    if visit and observed:
        visit |= {"assessed_date": observed, "visit_outcome": "DITEMUKAN"}
    return FamilyEntry(
        family=family, head=parts["head"], house=None if house_id or not house else house, house_id=house_id,
        assessment=visit or None, because=post.get(forms.BECAUSE, "").strip(),
    )  # fmt: skip


def _given(asked: Iterable[Question], post: QueryDict, part: str) -> dict[str, object]:
    return forms.given(asked, post, part=part, keep_empty=False)


def at_the_question(refused: FieldsRefused) -> FieldsRefused:
    """The same reasons under the names of the form: a family without a home was asked about its place as a house."""
    moved = {"family.village_code": "house.village_code", "family.address": "house.address"}
    return FieldsRefused({moved.get(name, name): refusal for name, refusal in refused.refusals.items()})
