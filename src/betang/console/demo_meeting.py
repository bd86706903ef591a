"""Which meeting, obstacles and commitments does the demo hold?

The meeting of 12 June 2025 is real and comes from its file. Everything here that it does not tell, the obstacles of the
kabupaten with their families and every promise, is invented, and each text says so.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from betang.accounts import queries as accounts
from betang.accounts.queries import Acting
from betang.console.cast import BALAI, HOUSING_OFFICES, MINISTRY, OFFICERS, PEOPLE, PROVINCE_OFFICE, of_office
from betang.coordination import commands as coordination
from betang.coordination import queries as coordination_queries
from betang.coordination import samples

_SAID = date(2025, 6, 12)
_SINCE = date(2025, 6, 1)
_BY = date(2025, 7, 15)
_MARK = "(contoh rekaan)"
PROVINCE = "61"


@dataclass(frozen=True)
class Told:
    """An obstacle of a kabupaten, the saved filter of the families behind it, and what its office promised.

    `fewest`: how many families are to be visited since 1 June; 0: no promise. `unfit`: only the worst homes count.
    """

    region: str
    topic: str
    text: str
    unfit: bool = False
    fewest: int = 0


TOLD = (
    Told("61.03", "REGULASI", "Peraturan bupati tentang BPHTB nol belum terbit", unfit=True),
    Told("61.04", "LAHAN", "Tanah banyak keluarga belum bersurat, jadi tak dapat diusulkan", unfit=True, fewest=1_400),
    Told("61.05", "DATA", "Daftar belum diperbarui, jadi belum dapat dipakai mengusulkan BSPS", fewest=900),
    Told("61.06", "AKSES", "Bahan bangunan ke hulu hanya lewat sungai dan mahal", unfit=True),
    Told("61.07", "ANGGARAN", "APBD kabupaten hanya cukup untuk sebagian kecil rumah di daftar", unfit=True),
    Told("61.08", "KELEMBAGAAN", "Belum ada pembagian tugas tertulis antara empat kantor"),
    Told("61.09", "DATA", "Angka yang pernah diterbitkan tidak cocok dengan daftar", fewest=100),
    Told("61.10", "PERIZINAN DAN PAJAK", "PBG untuk rumah swadaya belum dilayani di kecamatan", unfit=True),
)  # fmt: skip


def is_there() -> bool:
    return bool(coordination_queries.meetings(_balai()))


def enter(today: date) -> None:
    """The meeting, an obstacle for each kabupaten, promises of offices near and far, some kept and some not."""
    meeting = coordination.import_meeting(_balai(), samples.content())
    for told in TOLD:
        obstacle = coordination.raise_obstacle(
            accounts.acting_as(OFFICERS[told.region]), _obstacle(told), meeting_id=meeting
        )
        if told.fewest:
            _promise_visits(told, meeting, obstacle)
    _promises_from_above(meeting, today)
    coordination.check_commitments(today)


def _obstacle(told: Told) -> dict[str, object]:
    """It lies at the kabupaten and should have been answered within two weeks."""
    return {
        "topic": told.topic,
        "text": f"{told.text} {_MARK}",
        "region_code": told.region,
        "raised_date": _SAID,
        "filter": f"wilayah={told.region}" + ("&kondisi=5" if told.unfit else ""),
        "level": "KABUPATEN",
        "responsible": HOUSING_OFFICES[told.region],
        "due_date": date(2025, 6, 26),
    }


def _promise_visits(told: Told, meeting: UUID, obstacle: UUID) -> None:
    values = {
        "text": f"Mendata ulang paling sedikit {told.fewest} keluarga sejak 1 Juni {_MARK}",
        "region_code": told.region,
        "responsible": HOUSING_OFFICES[told.region],
        "made_date": _SAID,
        "due_date": _BY,
        "proof_kind": "TERUKUR",
        "metric": "KELUARGA DIDATA",
        "filter": f"wilayah={told.region}",
        "since_date": _SINCE,
        "threshold": told.fewest,
    }
    coordination.promise(accounts.acting_as(OFFICERS[told.region]), values, meeting_id=meeting, obstacle_id=obstacle)


def _promises_from_above(meeting: UUID, today: date) -> None:
    """The province kept its promise, the balai still has time, and the ministry's, on the same board, is late."""
    province, balai = accounts.acting_as(of_office(PROVINCE_OFFICE)), _balai()
    head = accounts.acting_as(next(member.username for member in PEOPLE if member.agency == MINISTRY))
    soon = today + timedelta(days=30)
    kept = _promise(province, "Membagikan format daftar yang sama ke delapan kabupaten", due=soon, meeting=meeting)
    coordination.prove(province, kept, proof=f"Surat pengantar {_MARK}")
    _promise(balai, "Mengadakan evaluasi pendataan bersama delapan kabupaten", due=soon, meeting=meeting)
    late = date(2025, 6, 30)
    _promise(head, "Menjawab pertanyaan tentang regulasi dalam sepuluh hari kerja", due=late, meeting=meeting)


def _promise(who: Acting, text: str, *, due: date, meeting: UUID) -> UUID:
    values = {
        "text": f"{text} {_MARK}",
        "region_code": PROVINCE,
        "responsible": who.agency,
        "made_date": _SAID,
        "due_date": due,
        "proof_kind": "BUKTI",
    }
    return coordination.promise(who, values, meeting_id=meeting)


def _balai() -> Acting:
    return accounts.acting_as(of_office(BALAI))
