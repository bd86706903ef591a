"""What is on the list, what does one record say, and who said so?"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import click

from betang.accounts.queries import Acting
from betang.console.acting import acting, as_user
from betang.console.answering import deed
from betang.coordination import queries as coordination
from betang.journal import queries as journal
from betang.journal.domain.sealed import Sealed
from betang.kernel.errors import Refusal
from betang.register import commands as register_commands
from betang.register import queries as register
from betang.register.domain.fields import BY_NAME, Kind


@dataclass(frozen=True)
class Fact:
    """One value of one field, when it was so, and who said it from where. Numbers are masked.

    What nobody has said yet has no value, no date and an empty source.
    """

    value: object
    date: date | None
    source: str


_UNSAID = Fact(None, None, "")


@dataclass(frozen=True)
class Shown:
    """A record as the register shows it, with every field of its kind."""

    id: UUID
    kind: str
    fields: dict[str, Fact]


@dataclass(frozen=True)
class Edited:
    """What became of an edit: fields now shown with the new value, and fields whose new value waits beside."""

    id: UUID
    shown: list[str]
    waiting: list[str]


@dataclass(frozen=True)
class Said:
    """One commit of a record's history."""

    at: datetime
    date: date | None
    person: str
    agency: str
    role: str
    because: str
    file: str | None
    row: int | None
    values: dict[str, object]
    columns: dict[str, str]


@deed("find", on_paper=lambda found: "\n".join(f"{item.id}  {item.kind:<8}  {item.label}" for item in found))
@click.argument("text", default="")
@click.option("--region", default=None, help="Kode wilayah Kemendagri, misalnya 61.05.03.")
@as_user
def find(text: str, region: str | None, username: str | None) -> list[register.Found]:
    """Cari rumah, keluarga, dan orang menurut nama, dan rapat menurut isinya; TEKS kosong menyebut isi daftar."""
    who = acting(username)
    meetings = coordination.find_meetings(who, text) if text.strip() and not region else ()
    return [*register.find(who, text, region), *(register.Found(each.id, each.kind, each.label) for each in meetings)]


@deed("show", on_paper=lambda shown: _card(shown))
@click.argument("entity", metavar="ID", type=click.UUID)
@as_user
def show(entity: UUID, username: str | None) -> Shown:
    """Tunjukkan isi satu catatan: nilai, tanggal, dan asalnya."""
    return _shown(acting(username), entity)


def _shown(who: Acting, entity: UUID) -> Shown:
    facts = register.show(who, entity)
    said = {each.name: Fact(each.value, each.date, each.source) for each in facts.fields}
    return Shown(entity, facts.kind, {name: said.get(name, _UNSAID) for name in BY_NAME[Kind[facts.kind.upper()]]})


def _card(shown: Shown) -> str:
    said = {name: fact for name, fact in shown.fields.items() if fact.source}
    width = max(map(len, said), default=0)
    lines = (f"{name:<{width}}  {fact.value}  ({fact.date}, {fact.source})" for name, fact in said.items())
    return "\n".join((f"{shown.kind} {shown.id}", *lines))


@deed("set", on_paper=lambda edited: _sentence(edited))
@click.argument("entity", metavar="ID", type=click.UUID)
@click.argument("pairs", metavar="FIELD=VALUE...", nargs=-1, required=True)
@click.option("--because", required=True, help="Alasan perubahan.")
@as_user
def set_fields(entity: UUID, pairs: tuple[str, ...], because: str, username: str | None) -> Edited:
    """Ubah isian satu catatan; perintah yang sama dengan formulir di halaman."""
    values = dict(map(_pair, pairs))
    seen = journal.seen(entity, values)
    outcome = register_commands.edit(acting(username), entity=entity, values=values, seen=seen, because=because)
    return Edited(entity, sorted(outcome.values), sorted(outcome.waiting))


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise Refusal("Tulis isian sebagai NAMA=NILAI; %(given)s tidak punya tanda =.", code="not_a_pair", given=name)
    return name.strip(), value


def _sentence(edited: Edited) -> str:
    parts = []
    if edited.shown:
        parts.append(f"Tersimpan dan tampil: {', '.join(edited.shown)}.")
    if edited.waiting:
        parts.append(f"Tersimpan sebagai usulan, menunggu pemilik data: {', '.join(edited.waiting)}.")
    return " ".join(parts) or "Tidak ada yang berubah."


@deed("history", on_paper=lambda said: "\n".join(map(_line, said)))
@click.argument("entity", metavar="ID", type=click.UUID)
@as_user
def history(entity: UUID, username: str | None) -> list[Said]:
    """Siapa mengatakan apa, kapan, dari berkas dan baris mana; yang terbaru di atas."""
    register.show(acting(username), entity)  # refuses what is outside the region, in the words of "not found"
    return [_said(entry) for entry in journal.history(entity)]


def _said(entry: journal.Entry) -> Said:
    source = entry.source
    return Said(
        at=entry.at,
        date=entry.observed,
        person=entry.person,
        agency=entry.agency,
        role=entry.role,
        because=entry.because,
        file=source.file if source else None,
        row=source.row if source else None,
        values={name: _masked(value) for name, value in entry.values.items()},
        columns=dict(source.columns) if source else {},
    )


def _masked(value: object) -> object:
    return register.masked(value) if isinstance(value, Sealed) else value


def _line(said: Said) -> str:
    place = f", {said.file} baris {said.row}" if said.file else ""
    values = ", ".join(f"{name}={value}" for name, value in said.values.items())
    return f"{said.at:%Y-%m-%d %H:%M}  {said.person}, {said.agency}{place}: {values}"


COMMANDS = (find, show, set_fields, history)
