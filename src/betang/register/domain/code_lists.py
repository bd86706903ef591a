"""What is a list of coded answers, and how are the spellings of one answer told to be one?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_AROUND_SIGNS = re.compile(r"\s*([/,()<>])\s*")


def fold(text: str) -> str:
    """Reads `Ubin / Tehel`, `UBIN/TEHEL` and `ubin-tehel` as one spelling."""
    upper = text.upper().replace("–", "-").replace("-", "/").strip(" \t\r\n\"'.;")
    return " ".join(_AROUND_SIGNS.sub(r"\1", upper).split())


@dataclass(frozen=True)
class CodeList:
    """Codes in the order in which a form offers them, each with its label, and every folded spelling that means one."""

    name: str
    labels: Mapping[str, str]
    spellings: Mapping[str, str]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self.labels)

    def label(self, code: str) -> str:
        return self.labels.get(code, code)

    def read(self, text: str) -> str | None:
        """The code that a code, a label or a known other spelling stands for; None when it stands for none."""
        return self.spellings.get(fold(text))


def code_list(
    name: str, *codes: str, labels: Mapping[str, str] | None = None, aliases: Mapping[str, str] | None = None
) -> CodeList:
    """A list whose labels are the codes in nice case, where `labels` does not say otherwise."""
    special = labels or {}
    shown = {code: special.get(code, code.capitalize()) for code in codes}
    written = [
        *((code, code) for code in codes),
        *((text, code) for code, text in shown.items()),
        *(aliases or {}).items(),
    ]
    return CodeList(name, shown, {fold(text): code for text, code in written})
