"""In which words is the sum between two lists read aloud?

Each is Bahasa (a msgid), with `%(letter)s` for A or B and `%(list)s` for what the list is called.
"""

from collections.abc import Callable, Mapping

from betang.intake.domain import comparing_reasons, comparing_sum
from betang.intake.domain.comparing_reasons import Reason
from betang.intake.domain.comparing_sum import Line
from betang.intake.domain.comparing_told import Told

Translate = Callable[[str], str]

TOTALS: Mapping[str, str] = {
    comparing_sum.ROWS_OURS: "Baris di %(letter)s, %(list)s",
    comparing_sum.FAMILIES_OURS: "Keluarga di %(letter)s",
    comparing_sum.BOTH: "Keluarga yang ada di keduanya",
    comparing_sum.FAMILIES_THEIRS: "Keluarga di %(letter)s",
    comparing_sum.ROWS_THEIRS: "Baris di %(letter)s, %(list)s",
}
BOTH_AND_MAYBE = "Keluarga yang ada di keduanya, %(maybe)s di antaranya mungkin sama"
PARTS: Mapping[str, str] = {
    "unread": "Tidak dapat dibandingkan, di %(letter)s: %(reason)s",
    "doubled": "Ganda di %(letter)s: %(reason)s",
    "only": "Hanya di %(letter)s: %(reason)s",
}
RULES: Mapping[str, str] = {
    "same_row": "seluruh isinya sama",
    "nik": "NIK sama",
    "kk_and_name": "nomor KK dan nama sama",
    "name_and_place": "nama, desa, dan alamat sama",
    "name_and_mask": "nama dan desa sama, angka NIK yang tampak cocok",
    "name_in_village": "nama dan desa sama",
    "kk_and_like_name": "nomor KK sama, nama mirip",
}
REGISTER = "register %(place)s"


def as_written(text: str) -> str:
    return text


def letter(*, ours: bool) -> str:
    return "A" if ours else "B"


def name_of(told: Told, *, ours: bool, translate: Translate = as_written) -> str:
    """What a list is called in a sentence."""
    side = told.ours if ours else told.theirs
    return translate(REGISTER) % {"place": side.label} if side.kind == "register" else side.label


def reason(line: Line, translate: Translate = as_written) -> str:
    """Why, without of which list."""
    if line.kind == "unread":
        return translate(comparing_reasons.unread_label(line.reason))
    if line.kind == "doubled":
        return translate(comparing_reasons.DOUBLED[line.reason])
    return why_only(line.reason, ours=line.ours, translate=translate)


def why_only(code: str, *, ours: bool, translate: Translate = as_written) -> str:
    """Why a family is in one list only."""
    return translate(comparing_reasons.LABELS[Reason(code)]) % {"other": letter(ours=not ours)}


def sentence(line: Line, told: Told, translate: Translate = as_written) -> str:
    if line.kind == comparing_sum.BOTH and told.counts.maybe:
        return translate(BOTH_AND_MAYBE) % {"maybe": told.counts.maybe}
    if line.is_total:
        name = name_of(told, ours=line.ours, translate=translate)
        return translate(TOTALS[line.kind]) % {"letter": letter(ours=line.ours), "list": name}
    return translate(PARTS[line.kind]) % {"letter": letter(ours=line.ours), "reason": reason(line, translate)}
