"""What is looked for in the list, and how does it stand in an address without a personal number?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core import signing
from django.utils.translation import gettext_lazy as _

from betang.kernel import civil_numbers
from betang.kernel.errors import Malformed
from betang.register.domain.ages import Age
from betang.register.queries import ListFilters, number_keys

_SALT = "betang.web.register.number"
_MASKED = re.compile(r"\s*\d{4}\s*[\s•.*xX…-]+\s*\d{4}\s*", re.ASCII)
_REGION = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?", re.ASCII)
_MANY_DIGITS = 10  # from here on it is somebody's number, not an address or a year
_HOME: Mapping[str, bool] = {"ada": True, "tanpa": False}
_DIFFERING = "berbeda"
CONDITIONS = (5, 4, 3, 2, 1, 0)


@dataclass(frozen=True)
class Search:
    """One search. `number` is a signed note of keyed tags, from which nobody reads the number back."""

    text: str = ""
    number: str = ""
    region: str = ""
    condition: int | None = None
    age: Age | None = None
    home: str = ""
    is_waiting: bool = False

    @property
    def is_narrowed(self) -> bool:
        return self != Search()

    def query(self, *, page: int = 1) -> str:
        """The part of an address after the question mark, itself included; empty when nothing is asked."""
        asked = {
            "q": self.text,
            "nomor": self.number,
            "wilayah": self.region,
            "kondisi": "" if self.condition is None else str(self.condition),
            "umur": self.age.value if self.age else "",
            "rumah": self.home,
            "isian": _DIFFERING if self.is_waiting else "",
            "hal": str(page) if page > 1 else "",
        }
        written = urlencode({name: value for name, value in asked.items() if value})
        return f"?{written}" if written else ""

    def filters(self) -> ListFilters:
        masked = _MASKED.fullmatch(self.text)
        return ListFilters(
            text="" if masked else self.text,
            mask=_spread(self.text) if masked else "",
            number=_keys(self.number),
            region_code=self.region,
            condition=self.condition,
            age=self.age,
            has_house=_HOME.get(self.home),
            is_waiting=self.is_waiting,
        )

    def without(self, part: str) -> "Search":
        return replace(self, **{part: getattr(Search(), part)})


def from_address(params: Mapping[str, str]) -> Search:
    """What an address asks for. What it cannot mean is passed over; a number in clear is never taken from it."""
    text = params.get("q", "").strip()
    condition = params.get("kondisi", "")
    return Search(
        text="" if holds_number(text) else text[:100],
        number=params.get("nomor", "") if _keys(params.get("nomor", "")) else "",
        region=region if _REGION.fullmatch(region := params.get("wilayah", "")) else "",
        condition=int(condition) if condition in map(str, CONDITIONS) else None,
        age=next((age for age in Age if age.value == params.get("umur")), None),
        home=home if (home := params.get("rumah", "")) in _HOME else "",
        is_waiting=params.get("isian") == _DIFFERING,
    )


def from_form(params: Mapping[str, str]) -> Search:
    """What the form asks for; a whole number becomes a signed note. Raises `Malformed` for a number that is none."""
    search = from_address({name: value for name, value in params.items() if name != "nomor"})
    text = params.get("q", "")
    if not holds_number(text):
        return search if search.text else replace(search, number=from_address(params).number)
    keys = number_keys(text)
    if not keys:
        raise Malformed(_sentence(text), code="number_doubtful", digits=_digits(text))
    return replace(search, number=signing.dumps([key.hex() for key in keys], salt=_SALT))


def holds_number(text: str) -> bool:
    return _digits(text) >= _MANY_DIGITS


def _sentence(text: str) -> str:
    if _digits(text) != civil_numbers.LENGTH:
        return str(_("NIK dan nomor KK 16 angka; ini %(digits)s. Periksa KTP atau KK, lalu ketik lagi."))
    return str(_("Nomor ini tidak utuh, angka terakhirnya hilang di Excel. Ketik dari KTP atau KK."))


def _digits(text: str) -> int:
    return len(re.findall(r"\d", text))


def _spread(text: str) -> str:
    digits = "".join(re.findall(r"\d", text))
    return f"{digits[:4]} {digits[4:]}"


def _keys(note: str) -> tuple[bytes, ...]:
    if not note:
        return ()
    try:
        return tuple(bytes.fromhex(key) for key in signing.loads(note, salt=_SALT))
    except signing.BadSignature:
        return ()
