"""May a report say that a home has come so far, on these days?"""

from collections.abc import Mapping
from datetime import date

from betang.delivery.domain.codes import STAGE
from betang.delivery.domain.fields import BY_NAME, Kind
from betang.kernel.errors import Refusal

# Which day goes with which stage; the order is the order in which a home passes through them.
DAY_OF: Mapping[str, str] = {
    "0": "started_date",
    "30": "thirty_date",
    "100": "finished_date",
    "SERAH TERIMA": "handover_date",
}
FINISHED = ("100", "SERAH TERIMA")
_ORDER = tuple(DAY_OF)


def rank(stage: str | None) -> int:
    """How far: 0 to 3; -1 where nothing is said."""
    return _ORDER.index(stage) if stage in DAY_OF else -1


def refused(
    *, stage: str, days: Mapping[str, date | None], today: date, before: str | None = None
) -> dict[str, Refusal]:
    """Why it cannot be so, by the field that is wrong; empty where it can. `before` is the stage on record."""
    found: dict[str, Refusal] = {}
    if rank(stage) < rank(before):
        found["stage"] = _backwards(stage, str(before))
    elif stage == "SERAH TERIMA" and days.get("finished_date") is None:
        found["finished_date"] = Refusal(
            "Serah terima hanya sesudah rumah selesai 100 %%. Isi dulu tanggal selesainya.",
            code="handover_before_finished",
        )
    elif rank(stage) > 0 and days.get(DAY_OF[stage]) is None:
        found[DAY_OF[stage]] = _unanswered(DAY_OF[stage])
    return _of_days(stage, days, today) | found


def _of_days(stage: str, days: Mapping[str, date | None], today: date) -> dict[str, Refusal]:
    found: dict[str, Refusal] = {}
    latest: date | None = None
    for reached, name in DAY_OF.items():
        day = days.get(name)
        if day is None:
            continue
        if day > today:
            found[name] = _ahead(name)
        elif rank(reached) > rank(stage):
            found[name] = _not_reached(name, stage)
        elif latest is not None and day < latest:
            found[name] = _out_of_order(name)
        latest = day
    return found


def _label(name: str) -> str:
    return BY_NAME[Kind.REALISATION][name].label


def _backwards(stage: str, before: str) -> Refusal:
    return Refusal(
        "Tahap tidak dapat mundur dari %(before)s ke %(stage)s. Bila laporan yang lama keliru, batalkan laporan itu "
        "lalu buat yang benar.",
        code="stage_backwards",
        before=STAGE.label(before),
        stage=STAGE.label(stage),
    )


def _unanswered(name: str) -> Refusal:
    return Refusal("%(label)s belum diisi. Isi tanggalnya.", code="stage_without_day", label=_label(name))


def _ahead(name: str) -> Refusal:
    return Refusal("%(label)s belum tiba. Periksa tanggal dan tahunnya.", code="day_ahead", label=_label(name))


def _not_reached(name: str, stage: str) -> Refusal:
    return Refusal(
        "%(label)s sudah diisi, padahal tahapnya baru %(stage)s. Majukan tahapnya, atau kosongkan tanggal ini.",
        code="stage_not_reached",
        label=_label(name),
        stage=STAGE.label(stage),
    )


def _out_of_order(name: str) -> Refusal:
    return Refusal(
        "%(label)s lebih awal dari tahap sebelumnya. Periksa urutan tanggalnya.",
        code="days_out_of_order",
        label=_label(name),
    )
