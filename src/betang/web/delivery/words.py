"""How are a home, its stage, its source and its place said on a page? Never with a name."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from betang.delivery.domain import codes
from betang.organisation import queries as organisation
from betang.planning.domain import codes as planning_codes
from betang.register.domain.code_lists import CodeList

# How a stage looks; the word always stands beside the colour.
STAGE_TONES: Mapping[str, str] = {"0": "", "30": "info", "100": "ok", "SERAH TERIMA": "ok"}


def source(code: str | None) -> str:
    return _label(planning_codes.SOURCE, code)


def work(code: str | None) -> str:
    return _label(planning_codes.WORK, code)


def stage(code: str | None) -> str:
    return _label(codes.STAGE, code)


def outcome(code: str | None) -> str:
    return _label(codes.CASE_OUTCOME, code)


def _label(codes_of: CodeList, code: str | None) -> str:
    return _(codes_of.label(code)) if code else _("belum diketahui")


def places(codes_seen: Iterable[str | None]) -> dict[str, str]:
    """The names of villages and of what they lie in, by code."""
    known = [code for code in codes_seen if code]
    return organisation.names({part for code in known for part in (code, code[:8], code[:5])})


def where(code: str | None, names: Mapping[str, str]) -> str:
    """`Nanga Mau, Kayan Hilir, Sintang`."""
    if not code:
        return _("tempat belum diketahui")
    parts = dict.fromkeys((code, code[:8], code[:5]))
    return ", ".join(names[part] for part in parts if part in names) or code
