"""How does one get from the meeting to the achievement? A replay of five minutes, a browser beside the terminal."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from django.utils import timezone

from betang.accounts import queries as accounts
from betang.console import serving
from betang.console.cast import BALAI, HOUSING_OFFICES, OFFICERS, SINTANG, of_office
from betang.console.lists import take_in_now
from betang.coordination import commands as coordination
from betang.coordination import queries as coordination_queries
from betang.coordination import samples
from betang.coordination.queries import CommitmentView
from betang.intake import queries as intake
from betang.intake.samples import ertlh
from betang.kernel.errors import Refusal
from betang.register import queries as register
from betang.register.queries import ListFilters

DISTRICT, DISTRICT_NAME = "61.05.06", "Ketungau Hulu"
_SAID, _SINCE, _BY = date(2025, 6, 12), date(2025, 6, 1), date(2025, 7, 15)
_MORE = 50  # families that are promised above those already visited
_ROWS = 200  # of the list that keeps the promise: about four in ten of its invented visits are later than 1 June 2025
_MARK = "(contoh rekaan)"


@dataclass(frozen=True)
class Step:
    """What happened, who did it, and where it is seen in the browser (after signing in as `who`)."""

    title: str
    told: str
    who: str
    path: str


@dataclass(frozen=True)
class Replay:
    """The steps, and how the promise ended. The meeting is real; people, obstacle, promise and list are invented."""

    steps: list[Step]
    meeting: UUID
    obstacle: UUID
    families: int | None
    commitment: UUID
    threshold: int
    measured_before: int | None
    measured_after: int | None
    state: str
    closed_date: date | None
    evidence_holds: bool


class Story:
    """The replay as it goes; each deed is done when its step is told."""

    def __init__(self) -> None:
        self.officer = accounts.acting_as(OFFICERS[SINTANG])
        self.balai = accounts.acting_as(of_office(BALAI))
        self.meeting = coordination.import_meeting(self.balai, samples.content())

    def steps(self) -> Iterator[Step]:
        """One after the other, in the order in which it would happen."""
        for deed in (
            self._called, self._came, self._papers, self._obstacle, self._promised, self._overdue,
            self._uploaded, self._closed, self._frozen, self._achieved,
        ):  # fmt: skip
            yield deed()

    def ended(self, steps: list[Step]) -> Replay:
        kept = self._commitment()
        return Replay(
            steps,
            self.meeting,
            self.obstacle,
            self.families,
            self.commitment,
            self.threshold,
            self.before,
            kept.measured,
            kept.state.value,
            kept.closed_date,
            self.holds,
        )

    def _called(self) -> Step:
        view = coordination_queries.meeting(self.balai, self.meeting)
        told = (
            f"{view.title}. {view.room}, {view.building}, {view.city}, 12 Juni 2025. Satu berkas YAML masuk dengan "
            f"semua fakta siaran persnya: {len(view.agenda)} mata acara dan {len(view.attendance)} yang hadir. "
            "Berkas yang sama sekali lagi tidak mengubah apa-apa."
        )
        return Step("Rapat 12 Juni 2025 masuk", told, self.balai.username, f"/rapat/{self.meeting}/")

    def _came(self) -> Step:
        table = coordination_queries.meeting(self.balai, self.meeting).table
        told = (
            f"{len(table.rows)} kabupaten mengutus {table.offices} kantor: Disperakim, DPMPTSP, Bapenda, dan DPMD. "
            f"Daring: {table.online} pembicara, Dirjen Perumahan Perdesaan lewat Zoom."
        )
        return Step("Siapa yang hadir", told, self.balai.username, f"/rapat/{self.meeting}/")

    def _papers(self) -> Step:
        told = "Notulen, daftar hadir, dan siaran pers dalam Word, siap diselesaikan dan dikirim."
        return Step("Tiga naskah", told, self.balai.username, f"/rapat/{self.meeting}/notulen.docx")

    def _obstacle(self) -> Step:
        values = {
            "topic": "DATA",
            "text": f"Daftar {DISTRICT_NAME} sudah lama tidak diperbarui {_MARK}",
            "region_code": DISTRICT,
            "raised_date": _SAID,
            "filter": f"wilayah={DISTRICT}&kondisi=5",
            "level": "KABUPATEN",
            "responsible": HOUSING_OFFICES[SINTANG],
            "due_date": _BY,
        }
        self.obstacle = coordination.raise_obstacle(self.officer, values, meeting_id=self.meeting)
        self.families = coordination_queries.obstacle(self.officer, self.obstacle).families
        told = (
            f"Di layar rapat diketik: “{values['text']}”. Di belakangnya, menurut daftar hari ini, ada {self.families} "
            f"keluarga di rumah tidak layak di {DISTRICT_NAME}."
        )
        return Step("Kendala dengan keluarganya", told, self.officer.username, f"/kendala/{self.obstacle}/")

    def _promised(self) -> Step:
        self.threshold = self._visited() + _MORE
        values = {
            "text": (
                f"Keluarga didata sejak 1 Juni di {DISTRICT_NAME} paling sedikit {self.threshold} "
                f"sampai 15 Juli {_MARK}"
            ),
            "region_code": DISTRICT,
            "responsible": HOUSING_OFFICES[SINTANG],
            "made_date": _SAID,
            "due_date": _BY,
            "proof_kind": "TERUKUR",
            "metric": "KELUARGA DIDATA",
            "filter": f"wilayah={DISTRICT}",
            "since_date": _SINCE,
            "threshold": self.threshold,
        }
        self.commitment = coordination.promise(self.officer, values, meeting_id=self.meeting, obstacle_id=self.obstacle)
        told = f"Disperakim Sintang berjanji: “{values['text']}”. Tanpa surat bukti: daftar sendiri yang mengukurnya."
        return Step("Komitmen yang diukur", told, self.officer.username, f"/komitmen/{self.commitment}/")

    def _overdue(self) -> Step:
        coordination.check_commitments(timezone.localdate())
        view = self._commitment()
        self.before = view.measured
        told = (
            f"{view.state.label}: baru {view.measured} dari {view.threshold} keluarga, lewat {view.days_late} hari. "
            "Beranda kantor ini dibuka dengan apa yang ditunggu darinya."
        )
        return Step("Lewat tenggat", told, self.officer.username, "/")

    def _uploaded(self) -> Step:
        seed = 1_000 + len(intake.batches(self.officer, limit=1000))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"Pendataan {DISTRICT_NAME}.xlsx"
            ertlh.write(path, region=DISTRICT, rows=_ROWS, seed=seed)
            batch, counts = take_in_now(self.officer, path.name, path.read_bytes(), title=DISTRICT_NAME)
        told = (
            f"Petugas mengunggah daftar pendataan {DISTRICT_NAME} (rekaan, {_ROWS} baris): {counts.accepted} keluarga "
            f"baru, {counts.updated} diperbarui, {counts.returned} kembali dengan alasannya."
        )
        return Step("Daftar diunggah", told, self.officer.username, f"/unggah/{batch}/")

    def _closed(self) -> Step:
        coordination.check_commitments(timezone.localdate())
        view = self._commitment()
        told = (
            f"{view.state.label}: {view.measured} dari {view.threshold} keluarga. Tidak ada yang menutupnya dengan "
            "tangan; pemeriksaan harian yang menemukannya."
        )
        return Step("Komitmen terpenuhi", told, self.officer.username, f"/komitmen/{self.commitment}/")

    def _frozen(self) -> Step:
        check = coordination_queries.check_evidence(self.officer, self.commitment)
        self.holds = check.holds
        told = (
            f"Bukti beku menyebut {check.counted} catatan dengan riwayatnya; {check.confirmed} diperiksa lagi terhadap "
            f"jurnal dan {'semuanya masih benar' if check.holds else 'TIDAK semuanya benar'}."
        )
        return Step("Bukti beku", told, self.officer.username, f"/komitmen/{self.commitment}/")

    def _achieved(self) -> Step:
        told = (
            "Delapan kabupaten berdampingan: kebutuhan, target, realisasi menurut sumber dan tahap, dan yang tersisa "
            "per bulan. Angka yang tidak cocok dengan yang pernah diterbitkan ditunjukkan selisihnya."
        )
        return Step("Capaian", told, self.balai.username, "/capaian/?wilayah=61&tahun=2025")

    def _commitment(self) -> CommitmentView:
        return coordination_queries.commitment(self.officer, self.commitment)

    def _visited(self) -> int:
        """Families of the district whose home was looked at since 1 June."""
        rows = register.listing(self.officer, ListFilters(region_code=DISTRICT), per_page=10_000).rows
        return sum(row.assessed_date is not None and row.assessed_date >= _SINCE for row in rows)


def replay(tell: Callable[[Step, int], None]) -> Replay:
    """Do and tell every step."""
    story = Story()
    steps: list[Step] = []
    for step in story.steps():
        steps.append(step)
        tell(step, len(steps))
    return story.ended(steps)


def on_paper(step: Step, number: int, address: str) -> str:
    """A step as the terminal shows it."""
    return f"\n{number}. {step.title}\n{step.told}\n   Buka {address}{step.path} sebagai {step.who}"


@contextmanager
def pages(port: int) -> Iterator[str]:
    """The pages of this node in a process of their own while the terminal tells; their address."""
    server = subprocess.Popen(
        [sys.executable, "-m", "betang.console", "up", "--port", str(port)],
        env=os.environ | serving.parent(),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        said = server.stdout.readline() if server.stdout else ""
        if not said.startswith("ready "):
            raise Refusal("Halaman tidak dapat dibuka. Coba dengan --port lain.", code="not_served")
        yield said.removeprefix("ready ").strip()
    finally:
        server.terminate()
        server.wait()
