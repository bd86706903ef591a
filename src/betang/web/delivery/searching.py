"""Which homes and which cases does an address ask for?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode
from uuid import UUID

from betang.delivery.domain.codes import CASE_KIND, STAGE
from betang.delivery.domain.working_days import ClockState
from betang.delivery.queries import CaseFilters, HomeFilters
from betang.planning.domain.codes import SOURCE

_REGION = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?", re.ASCII)
_YEAR = re.compile(r"20\d{2}", re.ASCII)
_DOUBTFUL = "mungkin"
_STATES = frozenset({"open", ClockState.LATE, ClockState.RUNNING, ClockState.WAITING})


@dataclass(frozen=True)
class HomeSearch:
    """One look at the homes; what is empty is not asked for."""

    region: str = ""
    year: int | None = None
    source: str = ""
    stage: str = ""
    is_doubtful: bool = False
    pledge: UUID | None = None

    def query(self, *, page: int = 1) -> str:
        """The part of an address after the question mark, itself included; empty when nothing is asked."""
        return written(
            wilayah=self.region, tahun=self.year, sumber=self.source, tahap=self.stage,
            ganda=_DOUBTFUL if self.is_doubtful else "", tawaran=self.pledge, hal=page if page > 1 else "",
        )  # fmt: skip

    def filters(self) -> HomeFilters:
        return HomeFilters(
            region_code=self.region, year=self.year, source=self.source, stage=self.stage,
            only_doubtful=self.is_doubtful, pledge=self.pledge,
        )  # fmt: skip

    def without(self, part: str) -> "HomeSearch":
        return replace(self, **{part: getattr(HomeSearch(), part)})


@dataclass(frozen=True)
class CaseSearch:
    """One look at the cases."""

    kind: str = ""
    region: str = ""
    state: str = ""

    def query(self, *, page: int = 1) -> str:
        return written(jenis=self.kind, wilayah=self.region, keadaan=self.state, hal=page if page > 1 else "")

    def filters(self) -> CaseFilters:
        return CaseFilters(kind=self.kind, region_code=self.region, state=self.state)


def written(**asked: object) -> str:
    """Words of an address, those that say something."""
    said = urlencode({name: str(value) for name, value in asked.items() if value})
    return f"?{said}" if said else ""


def homes(params: Mapping[str, str]) -> HomeSearch:
    """What an address asks for. What it cannot mean is passed over."""
    year = params.get("tahun", "")
    return HomeSearch(
        region=_region(params),
        year=int(year) if _YEAR.fullmatch(year) else None,
        source=source if (source := params.get("sumber", "")) in SOURCE.codes else "",
        stage=stage if (stage := params.get("tahap", "")) in STAGE.codes else "",
        is_doubtful=params.get("ganda") == _DOUBTFUL,
        pledge=identity(params.get("tawaran", "")),
    )


def cases(params: Mapping[str, str]) -> CaseSearch:
    """The same for cases."""
    state = params.get("keadaan", "")
    return CaseSearch(
        kind=kind if (kind := params.get("jenis", "")) in CASE_KIND.codes else "",
        region=_region(params),
        state=state if state in _STATES else "",
    )


def _region(params: Mapping[str, str]) -> str:
    return code if _REGION.fullmatch(code := params.get("wilayah", "")) else ""


def identity(text: str) -> UUID | None:
    """The id that an address names, if it is one."""
    try:
        return UUID(text)
    except ValueError:
        return None
