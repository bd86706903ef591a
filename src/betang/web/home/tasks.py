"""What is to be done first, why, and how urgent is it?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from betang import environment
from betang.accounts import queries as accounts
from betang.accounts.queries import Ability, Acting
from betang.delivery import queries as delivery
from betang.delivery.domain.working_days import ClockState
from betang.intake.queries import BatchView
from betang.register.domain.ages import Age
from betang.register.queries import Counts
from betang.web.register.searching import Search
from betang.web.templatetags.betang import age, day, moment, number

BACKUP_EVERY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do: how many, what, why, and how urgent."""

    count: int
    title: str
    why: str
    address: str
    tag: str
    tone: str = ""


def of_records(who: Acting, counts: Counts, lists: Iterable[BatchView]) -> list[Task]:
    """What waits for somebody who works with records, the most urgent first; nothing that they may not do."""
    found = [*_running_out(who), *_differing(who, counts), *_lists(lists), *_stale(who, counts)]
    return [task for task in found if task.count]


def of_people(who: Acting) -> list[Task]:
    """What waits for somebody who looks after users."""
    if not who.may(Ability.MANAGE_USERS):
        return []
    last = environment.last_backup()
    users = [user for user in accounts.users(who) if user.is_active]
    found = [
        Task(
            sum(not user.grants for user in users),
            gettext("Beri tugas kepada pengguna"),
            gettext("Tanpa tugas, pengguna belum dapat melihat apa pun"),
            reverse("accounts:users"),
            gettext("Menunggu"),
            "wait",
        ),
        Task(
            sum(user.must_change_password for user in users),
            gettext("Sampaikan kata sandi sekali pakai"),
            gettext("Pengguna ini belum pernah membuat kata sandinya sendiri"),
            reverse("accounts:users"),
            gettext("Belum masuk"),
        ),
        Task(
            int(last is None or timezone.now() - last > BACKUP_EVERY),
            gettext("Cadangkan simpul ini ke stik"),
            (gettext("Cadangan terakhir %(at)s") % {"at": moment(last)})
            if last
            else gettext("Belum pernah dicadangkan"),
            reverse("help:page", args=["cadangan"]),
            age(last).capitalize() if last else gettext("Belum ada"),
            "wait",
        ),
    ]
    return [task for task in found if task.count]


def _running_out(who: Acting) -> Iterator[Task]:
    """Cases whose ten working days end soon, or have ended, for the office that decides them."""
    urgent = delivery.running_out(who) if who.may(Ability.REPORT_CASES) else []
    if not urgent:
        return
    late = sum(case.clock.state is ClockState.LATE for case in urgent)
    first = min((case.clock.deadline for case in urgent if case.clock.deadline), default=None)
    yield Task(
        len(urgent),
        gettext("Putuskan permohonan yang waktunya hampir habis"),
        gettext("Sepuluh hari kerja sejak berkas lengkap; yang pertama berakhir %(day)s") % {"day": day(first)},
        reverse("delivery:cases"),
        ngettext("%(n)s lewat batas", "%(n)s lewat batas", late) % {"n": number(late)} if late else gettext("Segera"),
        "bad" if late else "wait",
    )


def _differing(who: Acting, counts: Counts) -> Iterator[Task]:
    if who.may(Ability.DECIDE) and counts.open_proposals:
        yield Task(
            counts.open_proposals,
            gettext("Putuskan isian yang berbeda"),
            gettext("Orang atau kantor lain menulis nilai yang lain dari yang tampil"),
            reverse("register:list") + Search(is_waiting=True).query(),
            gettext("Menunggu"),
            "wait",
        )


def _lists(lists: Iterable[BatchView]) -> Iterator[Task]:
    for batch in lists:
        address = reverse("intake:batch", args=[batch.id])
        words = {"file": batch.file_name, "at": moment(batch.created_at), "ago": age(batch.created_at)}
        sent = gettext("%(file)s, diunggah %(at)s") % words
        if batch.state == "unmapped":
            title, tag = gettext("Cocokkan kolom daftar yang belum dikenal"), gettext("Menunggu")
            yield Task(1, title, sent, address, tag, "wait")
        elif batch.is_under_way:
            title, tag = gettext("Lihat kemajuan unggahan"), gettext("Sedang diperiksa")
            yield Task(batch.rows_total, title, sent, address, tag, "info")
        elif batch.state == "done":
            yield Task(
                batch.returned, gettext("Perbaiki baris yang dikembalikan"), sent, address, words["ago"].capitalize()
            )


def _stale(who: Acting, counts: Counts) -> Iterator[Task]:
    if who.may(Ability.EDIT):
        yield Task(
            counts.by_age[Age.OVER_24],
            gettext("Jadwalkan pendataan ulang"),
            gettext("Data lebih dari 2 tahun; keadaan rumah mungkin sudah lain"),
            f"{reverse('register:list')}?umur={Age.OVER_24.value}",
            gettext("Data lama"),
        )
