"""How does a meeting come in from its file, and go out as papers, at the command line?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import click

from betang.console.acting import acting, as_user
from betang.console.answering import deed
from betang.console.files import FILE, content_of
from betang.coordination import commands, queries
from betang.coordination.domain.paper import MeetingPaper
from betang.coordination.formats import attendance_list, minutes, press_release
from betang.coordination.queries import MeetingRow
from betang.kernel.errors import Refusal


@dataclass(frozen=True)
class Imported:
    """The meeting, and what of it is on record."""

    id: UUID
    title: str
    agenda: int
    attendance: int
    outcomes: int
    obstacles: int
    commitments: int


@dataclass(frozen=True)
class Written:
    """Where a paper about a meeting stands."""

    id: UUID
    document: str


@deed("import", on_paper=lambda told: _of_import(told))
@click.argument("file", type=FILE)
@as_user
def import_meeting(file: Path, username: str | None) -> Imported:
    """Masukkan satu rapat dari berkas YAML; berkas yang sama lagi tidak mengubah apa-apa."""
    who = acting(username)
    told = queries.meeting(who, commands.import_meeting(who, content_of(file)))
    return Imported(
        id=told.id,
        title=told.title,
        agenda=len(told.agenda),
        attendance=len(told.attendance),
        outcomes=len(told.outcomes),
        obstacles=len(told.obstacles),
        commitments=len(told.commitments),
    )


@deed("list", on_paper=lambda told: "\n".join(map(_line, told)) or "Belum ada rapat.")
@as_user
def list_meetings(username: str | None) -> Sequence[MeetingRow]:
    """Sebutkan rapat-rapat, yang terbaru di atas."""
    return queries.meetings(acting(username))


def _paper(name: str, said: str, write: Callable[[MeetingPaper], bytes]) -> click.Command:
    def answer(meeting: UUID, out: Path, username: str | None) -> Written:
        content = write(queries.paper(acting(username), meeting))
        try:
            out.write_bytes(content)
        except OSError:
            raise Refusal(
                "Berkas tidak dapat ditulis di situ. Periksa folder tujuan dan izinnya.", code="file_unwritable"
            ) from None
        return Written(meeting, str(out))

    answer.__doc__ = f"Tulis {said} sebagai .docx, untuk diselesaikan di Word."
    asked = click.argument("meeting", metavar="ID", type=click.UUID)(
        click.argument("out", metavar="OUT.docx", type=FILE)(as_user(answer))
    )
    return deed(name, on_paper=lambda written: f"Tertulis di {written.document}.")(asked)


def _of_import(told: Imported) -> str:
    return (
        f"{told.id}  {told.title}\n"
        f"{told.agenda} acara, {told.attendance} hadir, {told.outcomes} hasil, {told.obstacles} kendala, "
        f"{told.commitments} komitmen tercatat."
    )


def _line(row: MeetingRow) -> str:
    day = f"{row.held_date:%d-%m-%Y}" if row.held_date else "tanpa tanggal"
    return f"{row.id}  {day}  {row.title}, {row.place}"


COMMANDS = (
    click.Group(
        "meeting",
        commands=[
            import_meeting,
            list_meetings,
            _paper("minutes", "notulen", minutes.write),
            _paper("attendance", "daftar hadir", attendance_list.write),
            _paper("release", "siaran pers", press_release.write),
        ],
        help="Rapat koordinasi: dari berkasnya, dan surat-suratnya.",
    ),
)
