"""How does a family come onto the list by hand, and what may be added to it?"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction

from betang.accounts.queries import Ability, Acting, require
from betang.journal import commands as journal
from betang.journal.commands import Change
from betang.journal.domain.records import Value
from betang.kernel.errors import Conflict, Refusal
from betang.register import scope
from betang.register.commands.editing import village
from betang.register.commands.recognition import recognisable, recognise
from betang.register.commands.writing import Deed, alone_in, change, write_and_list
from betang.register.domain.entries import FamilyEntry
from betang.register.domain.fields import Kind
from betang.register.domain.matching import Rule, Subject
from betang.register.domain.parsing import DOUBT_OF, FieldsRefused, read_all
from betang.register.queries.located import Located, located
from betang.register.scope import partition_of

_HEAD = "KEPALA KELUARGA"


def add_family(acting: Acting, entry: FamilyEntry, *, observed: date | None) -> UUID:
    """Add a family, with its home, in one that is listed, or without one; its id.

    Raises `FieldsRefused` with keys like "head.name", `NotAllowed` outside the region, and `Conflict` when a family
    whose head has this NIK is on the list.
    """
    with transaction.atomic():
        shared = located(acting, entry.house_id) if entry.house_id else None
        stated = _read(entry, shared)
        region_code = _place(stated, shared)
        require(acting, Ability.ADD_FAMILY, region_code)
        alone_in(partition_of(region_code))
        _refuse_known(acting, stated, partition_of(region_code))
        deed = Deed(acting, partition_of(region_code), region_code, entry.because, by_hand=True)
        family, changes = _family(entry, stated, observed)
        write_and_list(deed, changes, families=[family])
        return family


def add_member(acting: Acting, *, family: UUID, values: Mapping[str, object], observed: date | None) -> UUID:
    """Add a person to a family; the person's id."""
    return _add_to(acting, family, Kind.FAMILY, Kind.PERSON, values, observed)


def add_aid(acting: Acting, *, family: UUID, values: Mapping[str, object], observed: date | None) -> UUID:
    """Put on record an aid that a family received; the record's id."""
    return _add_to(acting, family, Kind.FAMILY, Kind.AID, values, observed)


def assess_house(acting: Acting, *, house: UUID, values: Mapping[str, object], family: UUID | None = None) -> UUID:
    """Put a visit on record; it was observed on its own `assessed_date`. The record's id."""
    visited = {"family": located(acting, family).id, **values} if family else values
    return _add_to(acting, house, Kind.HOUSE, Kind.ASSESSMENT, visited, None)


def _add_to(
    acting: Acting, owner_id: UUID, owner_kind: Kind, kind: Kind, given: Mapping[str, object], observed: date | None
) -> UUID:
    with transaction.atomic():
        owner = located(acting, owner_id)
        if owner.kind is not owner_kind:
            raise Refusal(
                "Ini bukan catatan %(kind)s. Buka dulu halaman keluarganya.",
                code="wrong_kind",
                kind=owner_kind.label.lower(),
            )
        require(acting, Ability.EDIT, owner.region_code)
        values = {owner_kind.name.lower(): owner.id, **read_all(kind, given)}
        if kind is Kind.AID and owner.values.get("house"):
            values = {"house": owner.values["house"], **values}
        seen_on = values.get("assessed_date")
        entity = journal.new_id()
        deed = Deed(acting, owner.partition, owner.region_code, "", by_hand=True)
        made = change(kind, entity, _said(values), observed=seen_on if isinstance(seen_on, date) else observed)
        is_house = owner_kind is Kind.HOUSE
        write_and_list(deed, [made], families=[] if is_house else [owner.id], houses=[owner.id] if is_house else [])
        return entity


def _said(values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None}


def _read(entry: FamilyEntry, shared: Located | None) -> dict[str, dict[str, Value]]:
    """The values by part of the form; refuses all that cannot be taken at once."""
    parts: dict[str, tuple[Kind, Mapping[str, object]]] = {
        "house": (Kind.HOUSE, {} if shared else entry.house or {}),
        "family": (Kind.FAMILY, entry.family),
        "head": (Kind.PERSON, entry.head),
        "assessment": (Kind.ASSESSMENT, entry.assessment or {}),
        "aid": (Kind.AID, entry.aid or {}),
    }
    parts |= {f"member-{number}": (Kind.PERSON, values) for number, values in enumerate(entry.members, 1)}
    stated: dict[str, dict[str, Value]] = {}
    refusals: dict[str, Refusal] = {}
    for part, (kind, given) in parts.items():
        try:
            stated[part] = _said(_with_village(read_all(kind, given)))
        except FieldsRefused as refused:
            refusals |= {f"{part}.{name}": refusal for name, refusal in refused.refusals.items()}
    refusals |= _missing(stated)
    if refusals:
        raise FieldsRefused(refusals)
    return stated


def _with_village(values: dict[str, Value]) -> dict[str, Value]:
    if values.get("village_code"):
        try:
            return values | {"village_code": village(str(values["village_code"]), partition=None)}
        except Refusal as refusal:
            raise FieldsRefused({"village_code": refusal}) from None
    return values


def _missing(stated: Mapping[str, Mapping[str, Value]]) -> dict[str, Refusal]:
    if stated.get("head", {"name": ""}).get("name") is None:
        return {
            "head.name": Refusal(
                "Nama kepala keluarga belum diisi. Tulis namanya seperti di KTP.", code="name_missing", field="name"
            )
        }
    return {}


def _place(stated: Mapping[str, Mapping[str, Value]], shared: Located | None) -> str:
    """The village of the home, or of the family where there is none."""
    if shared and shared.kind is not Kind.HOUSE:
        raise Refusal("Rumah yang dipilih bukan catatan rumah. Cari rumahnya di daftar.", code="wrong_kind")
    code = (
        shared.region_code if shared else (stated["house"].get("village_code") or stated["family"].get("village_code"))
    )
    if not code:
        part = "house" if stated["house"] else "family"
        raise FieldsRefused(
            {
                f"{part}.village_code": Refusal(
                    "Desa atau kelurahan belum dipilih. Pilih desanya, supaya keluarga ini masuk daftar wilayahnya.",
                    code="village_missing",
                    field="village_code",
                )
            }
        )
    return str(code)


def _refuse_known(acting: Acting, stated: Mapping[str, Mapping[str, Value]], partition: str) -> None:
    nik = stated["head"].get("nik")
    if not isinstance(nik, str) or stated["head"].get(DOUBT_OF["nik"][0]):
        return
    # Only the NIK is asked for: a name and a place may well be somebody else's, and an officer knows better.
    subject = Subject(str(stated["head"]["name"]), nik, kk_number=None, village_code="", address="")
    row = recognisable(subject, nik_tag=None)
    by_nik = replace(row, keys={Rule.NIK: row.keys[Rule.NIK]})
    known = recognise([by_nik], partition=partition)[0].family
    if known:
        raise Conflict(
            "Keluarga dengan NIK kepala keluarga ini sudah ada di daftar. Buka dan ubah catatan itu.",
            code="already_listed",
            family=known if scope.listings(acting.region_code).filter(family_id=known).exists() else None,
        )


def _family(
    entry: FamilyEntry, stated: Mapping[str, dict[str, Value]], observed: date | None
) -> tuple[UUID, list[Change]]:
    family, head = journal.new_id(), journal.new_id()
    house = entry.house_id or (journal.new_id() if stated["house"] else None)
    at_home: dict[str, Value] = {"house": house} if house else {}
    made = [
        change(Kind.FAMILY, family, {**at_home, "head": head, **stated["family"]}, observed=observed),
        change(Kind.PERSON, head, {"family": family, "relation": _HEAD, **stated["head"]}, observed=observed),
    ]
    if house and not entry.house_id:
        made.append(change(Kind.HOUSE, house, stated["house"], observed=observed))
    for part, values in stated.items():
        if part.startswith("member-") and values:
            made.append(change(Kind.PERSON, journal.new_id(), {"family": family, **values}, observed=observed))
    for part, kind in (("assessment", Kind.ASSESSMENT), ("aid", Kind.AID)):
        if stated[part]:
            values = {**at_home, "family": family, **stated[part]}
            made.append(change(kind, journal.new_id(), values, observed=observed))
    return family, made
