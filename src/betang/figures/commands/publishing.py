"""How does an office put on record what somebody published, as it was published?"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from betang.accounts import recording
from betang.accounts.queries import Ability, Acting, require, require_at_work
from betang.figures import queries
from betang.figures.domain.fields import BY_NAME, RECORD_TYPES, Kind
from betang.figures.domain.statements import whole
from betang.figures.records import TABLES
from betang.journal.domain.records import Value
from betang.journal.kept import VOID
from betang.kernel.errors import NotAllowed, Refusal
from betang.organisation import queries as organisation
from betang.register.domain.parsing import FieldsRefused, read_fields

_PUBLISHED = Kind.PUBLISHED
_OF_ALL = frozenset({"title", "publisher", "document", "as_of_date", "as_of_year"})
_OF_ONE = frozenset({"region_code", "subject", "homes", "note"})


def publish(acting: Acting, about: Mapping[str, object], figures: Sequence[Mapping[str, object]]) -> UUID:
    """Put figures on record that were published together, right or wrong; answers with the id of the statement.

    `about`: title, publisher, document, as_of_date or as_of_year. Each figure: region_code, subject, homes, note.
    Raises `FieldsRefused`, and `Refusal` for a place outside the person's region or a figure said twice.
    """
    with transaction.atomic():
        require(acting, Ability.PLAN, acting.region_code)
        require_at_work(acting)
        shared = _about(about)
        read = [_figure(each) for each in figures]
        _require_places(acting, read)
        statement = recording.new_id(acting)
        entities = [statement, *(recording.new_id(acting) for _ in read[1:])]
        changes = [
            recording.made(RECORD_TYPES[_PUBLISHED], entity, {"statement": statement, **shared, **each})
            for entity, each in zip(entities, read, strict=True)
        ]
        recording.write(_deed(acting, read, "Angka terbitan dicatat"), changes, tables=TABLES)
        return statement


def withdraw_statement(acting: Acting, statement_id: UUID, *, because: str) -> None:
    """Take a statement back that was entered wrongly; it stays on record and is shown nowhere.

    Only the office that entered it may; `Refusal` (`not_found`) for another region's.
    """
    with transaction.atomic():
        found = queries.statement(acting, statement_id)
        require(acting, Ability.PLAN, found.region_code)
        if found.agency_id != acting.agency_id:
            raise NotAllowed(
                "Angka ini dicatat %(agency)s; hanya instansi itu yang dapat menariknya.",
                code="not_the_creator",
                agency=found.agency,
            )
        require_at_work(acting)
        void: dict[str, Value] = {"status": VOID}
        changes = [recording.changed(RECORD_TYPES[_PUBLISHED], each.id, void) for each in found.figures]
        region: Iterable[dict[str, Value]] = ({"region_code": found.region_code},)
        recording.write(_deed(acting, list(region), because), changes, tables=TABLES)


def _about(given: Mapping[str, object]) -> dict[str, Value]:
    read = read_fields(BY_NAME[_PUBLISHED], {name: given[name] for name in given if name in _OF_ALL})
    missing = [name for name in ("title", "publisher") if not read.get(name)]
    if read.get("as_of_date") is None and read.get("as_of_year") is None:
        missing.append("as_of_year")
    if missing:
        raise FieldsRefused({name: _unanswered(name) for name in missing})
    return _dated(read, today=timezone.localdate())


def _dated(read: dict[str, Value], *, today: date) -> dict[str, Value]:
    """With the year of the day, where a day is given: by it the statements are put in order."""
    day = read.get("as_of_date")
    year = day.year if isinstance(day, date) else int(str(read["as_of_year"]))
    if (isinstance(day, date) and day > today) or year > today.year:
        name = "as_of_date" if day else "as_of_year"
        label = BY_NAME[_PUBLISHED][name].label
        raise FieldsRefused({name: Refusal("%(label)s belum tiba. Periksa tahunnya.", code="not_yet", label=label)})
    return read | {"as_of_year": year}


def _figure(given: Mapping[str, object]) -> dict[str, Value]:
    read = read_fields(BY_NAME[_PUBLISHED], {name: given[name] for name in given if name in _OF_ONE})
    missing = [name for name in ("region_code", "subject", "homes") if read.get(name) is None]
    if missing:
        raise FieldsRefused({name: _unanswered(name) for name in missing})
    return read


def _require_places(acting: Acting, figures: Sequence[Mapping[str, Value]]) -> None:
    if not figures:
        raise Refusal("Isi sedikitnya satu angka yang diterbitkan.", code="no_number")
    said = [(str(each["region_code"]), each["subject"]) for each in figures]
    if len(set(said)) < len(said):
        raise Refusal(
            "Satu wilayah disebut dua kali untuk hitungan yang sama. Periksa barisnya.", code="figure_said_twice"
        )
    codes = {code for code, _subject in said}
    if codes - organisation.names(codes).keys() or not all(map(acting.covers, codes)):
        raise Refusal("Wilayah ini tidak ada, atau di luar wilayah Anda.", code="not_found")


def _unanswered(name: str) -> Refusal:
    return Refusal(
        "%(label)s belum diisi. Isi dulu, lalu simpan lagi.", code="unanswered", label=BY_NAME[_PUBLISHED][name].label
    )


def _deed(acting: Acting, figures: Sequence[Mapping[str, Value]], because: str) -> recording.Deed:
    where = whole(str(each["region_code"]) for each in figures)
    return recording.Deed(acting, where, where[:5], because)
