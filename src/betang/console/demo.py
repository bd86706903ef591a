"""What does Betang look like with eight kabupaten in it?"""

import json
import secrets
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click
from django.core.management import call_command
from django.db import transaction

from betang import environment
from betang.accounts import commands as accounts
from betang.accounts import queries as accounts_queries
from betang.accounts.domain.roles import LABELS, Role
from betang.console import demo_programme, rapat, serving
from betang.console.answering import deed, note
from betang.console.cast import CAST, DONOR_OFFICE, OFFICERS, PEOPLE, PROVINCE_OFFICE, SINTANG, Member
from betang.console.demo_programme import Programme
from betang.console.lists import take_in_now
from betang.console.rapat import Replay
from betang.console.tables import prepare_tables
from betang.intake import queries as intake_queries
from betang.intake.queries import BatchView
from betang.intake.samples import ertlh
from betang.journal import keyring
from betang.kernel.errors import Refusal
from betang.organisation import commands as organisation
from betang.organisation import queries as organisation_queries
from betang.organisation.domain.agencies import KABUPATEN

ROWS = 2_500
MARK = "demo.json"  # in the home: this node is a demo, and may be rebuilt


@dataclass(frozen=True)
class Taken:
    """What became of the list of one kabupaten."""

    region: str
    kabupaten: str
    rows: int
    accepted: int
    updated: int
    unchanged: int
    returned: int
    repaired: int
    flagged: int


@dataclass(frozen=True)
class Person:
    """Somebody of the cast, who may sign in."""

    username: str
    name: str
    role: str
    agency: str
    region: str


@dataclass(frozen=True)
class Demo:
    """The demo node: what it holds, and who may sign in with which password.

    People and figures are invented; the meeting of 12 June 2025 and the published figures of Sekadau are real.
    """

    lists: list[Taken]
    programme: Programme
    cast: list[Person]
    password: str
    replay: Replay | None = None


@deed("demo", on_paper=lambda told: _end(told.replay) if told.replay else _page(told))
@click.option("--fresh", is_flag=True, help="Bangun ulang dari awal.")
@click.option("--once", is_flag=True, help="Cetak hasilnya lalu selesai, tanpa halaman dan tanpa jeda.")
@click.option(
    "--rapat", "is_replay", is_flag=True, help="Putar ulang: dari rapat 12 Juni sampai komitmen yang terpenuhi."
)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def demo(fresh: bool, once: bool, is_replay: bool, port: int) -> Demo | None:
    """Simpul contoh: daftar, target, dan realisasi delapan kabupaten, dan rapat 12 Juni 2025.

    Semua orang dan angkanya rekaan, kecuali fakta rapat itu dan angka terbitan Sekadau.
    """
    prepare_tables()
    if organisation_queries.is_founded():
        _refuse_a_working_node()
        if fresh:
            _clear()
    told = _built()
    if is_replay:
        return replace(told, replay=_replayed(told, port=port, once=once))
    if once:
        return told
    note(_page(told))
    serving.serve(port=port, ready=lambda address: click.echo(f"ready {address}"))
    return None


def _replayed(told: Demo, *, port: int, once: bool) -> Replay:
    if once:
        return rapat.replay(
            lambda step, number: note(rapat.on_paper(step, number, f"http://{serving.LOOPBACK}:{port}"))
        )
    with rapat.pages(port) as address:
        note(f"Buka {address} di peramban. Kata sandi semua pengguna contoh: {told.password}")

        def tell(step: rapat.Step, number: int) -> None:
            note(rapat.on_paper(step, number, address))
            click.pause("   Enter untuk lanjut …", err=True)

        return rapat.replay(tell)


def _mark() -> Path:
    return environment.home() / MARK


def _refuse_a_working_node() -> None:
    if not _mark().exists():
        raise Refusal(
            "Simpul ini dipakai bekerja, bukan contoh. Pakai folder lain dengan BETANG_HOME "
            "(dan pangkalan data lain dengan BETANG_DATABASE).",
            code="not_a_demo",
        )


def _clear() -> None:
    call_command("flush", verbosity=0, interactive=False)
    _mark().unlink()


def _built() -> Demo:
    """The demo as an earlier start left it, with whatever it did not come to."""
    if not organisation_queries.is_founded():
        _found()
    password: str = json.loads(_mark().read_text())["password"]
    organisation.add_agency(name=DONOR_OFFICE, kind="company", region=SINTANG)
    there = {user.username for user in accounts_queries.users(accounts_queries.steward())}
    _welcome([member for member in CAST if member.username not in there], password)
    _take_in_missing()
    demo_programme.enter_missing()
    return Demo(_lists(), demo_programme.counted(), [_person(member) for member in CAST], password)


def _found() -> None:
    keyring.make()
    if not _mark().exists():
        environment.write_private(_mark(), json.dumps({"password": secrets.token_urlsafe(9)}).encode())
    organisation.found_node(agency=PROVINCE_OFFICE, kind="province", region="61")


def _welcome(members: Sequence[Member], password: str) -> None:
    """All of them or none, so that nobody stands there whose password is not known."""
    with transaction.atomic():
        for member in members:
            office = organisation_queries.agency_named(member.agency)
            accounts.add_user(
                member.username, role=member.role, agency=office.id, region=member.region, full_name=member.full_name
            )
        accounts.set_one_known_password((member.username for member in members), password)


def _take_in_missing() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for seed, (region, name) in enumerate(KABUPATEN.items()):
            batch = _list_of(region)
            if batch is None or batch.state != "done":
                path = Path(folder) / f"RTLH {name} 2026.xlsx"
                ertlh.write(path, region=region, rows=ROWS, seed=seed)
                officer = accounts_queries.acting_as(OFFICERS[region])
                take_in_now(officer, path.name, path.read_bytes(), title=f"{name:<12}")


def _list_of(region: str) -> BatchView | None:
    """The first list that the officer of this kabupaten took in."""
    batches = intake_queries.batches(accounts_queries.acting_as(OFFICERS[region]), limit=1000)
    return batches[-1] if batches else None


def _lists() -> list[Taken]:
    found = ((_list_of(region), name) for region, name in KABUPATEN.items())
    return [_taken(batch, name) for batch, name in found if batch is not None]


def _taken(batch: BatchView, name: str) -> Taken:
    return Taken(
        batch.region_code,
        name,
        batch.rows_done,
        batch.accepted,
        batch.updated,
        batch.unchanged,
        batch.returned,
        batch.repaired,
        batch.flagged,
    )


def _person(member: Member) -> Person:
    return Person(member.username, member.full_name, LABELS[Role(member.role)], member.agency, member.region)


def _page(told: Demo) -> str:
    password = f"Kata sandi semua pengguna contoh: {told.password}"
    return "\n\n".join((_table(told), _programme(told.programme), _people(told), password))


def _table(told: Demo) -> str:
    names = ("baris", "baru", "berubah", "tetap", "kembali", "dirapikan", "dilihat")
    head = f"{'Kabupaten':<12} " + " ".join(f"{name:>9}" for name in names)
    rows = [
        f"{t.kabupaten:<12} {t.rows:>9} {t.accepted:>9} {t.updated:>9} {t.unchanged:>9} {t.returned:>9} "
        f"{t.repaired:>9} {t.flagged:>9}"
        for t in told.lists
    ]
    total = sum(t.rows for t in told.lists)
    sums = sum(t.accepted + t.updated + t.unchanged + t.returned for t in told.lists)
    check = f"Jumlah: {sums} dari {total} baris, {'cocok' if sums == total else 'TIDAK cocok'}. Semua data rekaan."
    return "\n".join((head, *rows, check))


def _end(told: Replay) -> str:
    return (
        f"Selesai: janji {told.threshold} keluarga, semula {told.measured_before}, kini {told.measured_after}. "
        "Rapatnya sungguhan; orang, kendala, janji, dan daftarnya rekaan."
    )


def _programme(there: Programme) -> str:
    return (
        f"Program: {there.targets} target, {there.homes} rumah dari laporan, {there.cases} kasus PBG dan BPHTB, "
        f"{there.pledges} tawaran bantuan, {there.obstacles} kendala, {there.commitments} komitmen: "
        "rekaan, kecuali dua kendala dari rapat.\n"
        f"Sungguhan: {there.meetings} rapat (12 Juni 2025, Ruang Tengkawang, Pontianak) dan {there.published} angka "
        "yang pernah diterbitkan tentang Sekadau."
    )


def _people(told: Demo) -> str:
    """The people by name; of the offices that only report, one line says how their officers are called."""
    named = {member.username for member in PEOPLE}
    rows = [
        f"{p.username:<10} {p.name:<16} {p.role:<27} {p.agency} ({p.region})" for p in told.cast if p.username in named
    ]
    others = "Petugas kantor lain: dpmptsp-, bapenda-, dan dpmd- di depan nama kabupaten, misalnya dpmd-kapuas-hulu."
    return "\n".join((*rows, others))


COMMANDS = (demo,)
