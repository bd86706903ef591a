"""What does the data dictionary say? Printed from the field table, for people and for other programs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from betang.register.domain.code_lists import CodeList
from betang.register.domain.fields import Field

_HEAD = """# Data dictionary

Printed from the `domain` of each room by `betang.register.domain.dictionary`; a test compares, so change the code, not
this page. A field's id is signed in every commit and never given to another meaning. The group says who is
authoritative for the field (`docs/policy-2.md`). Numbers lie in the range given; dates are days; a sealed field rests
encrypted, in tables and in the journal.
"""


@dataclass(frozen=True)
class Chapter:
    """What one room keeps: its kinds with what each is called, their fields, and its code lists."""

    room: str
    labels: Mapping[IntEnum, str]
    fields: Mapping[IntEnum, Sequence[Field]]
    lists: Mapping[str, CodeList]


def printed(chapters: Sequence[Chapter]) -> str:
    """The whole page, in Markdown."""
    kinds = (line for each in chapters for kind in each.fields for line in _kind(each, kind))
    return "\n".join([_HEAD, *kinds, *_code_lists(made for each in chapters for made in each.lists.values())])


def _kind(chapter: Chapter, kind: IntEnum) -> Iterator[str]:
    yield f"## {chapter.labels[kind]} (`{chapter.room}`: `{kind.name.lower()}`, kind {kind.value})\n"
    yield "| id | name | Bahasa Indonesia | type | unit | range | group | code list |"
    yield "|---|---|---|---|---|---|---|---|"
    yield from (_row(each) for each in chapter.fields[kind])
    yield ""


def _row(each: Field) -> str:
    bounds = f"{each.low} to {each.high}" if each.high else ""
    codes = f"`{each.codes.name}`" if each.codes else ""
    cells = (each.id, f"`{each.name}`", each.label, each.type.value, each.unit, bounds, each.group, codes)
    return f"| {' | '.join(map(str, cells))} |"


def _code_lists(lists: Iterable[CodeList]) -> Iterator[str]:
    yield "## Code lists\n"
    yield "The code is what is stored and signed; the label is what a screen shows.\n"
    for each in lists:
        yield f"### `{each.name}`\n"
        yield "| code | label |"
        yield "|---|---|"
        yield from (f"| `{code}` | {label} |" for code, label in each.labels.items())
        yield ""
