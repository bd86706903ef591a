"""What does the data dictionary say? Printed from the field table, for people and for other programs."""

from collections.abc import Iterator

from betang.register.domain.codes import LISTS
from betang.register.domain.fields import FIELDS, Field, Kind

_HEAD = """# Data dictionary

Printed from `betang.register.domain` by `betang.register.domain.dictionary`; a test compares, so change the code, not
this page. A field's id is signed in every commit and never given to another meaning. The group says who is
authoritative for the field (`docs/policy-1.md`). Numbers lie in the range given; dates are days; a sealed field rests
encrypted, in tables and in the journal.
"""


def printed() -> str:
    """The whole page, in Markdown."""
    return "\n".join([_HEAD, *(line for kind in Kind for line in _kind(kind)), *_code_lists()])


def _kind(kind: Kind) -> Iterator[str]:
    yield f"## {kind.label} (`{kind.name.lower()}`, kind {kind.value})\n"
    yield "| id | name | Bahasa Indonesia | type | unit | range | group | code list |"
    yield "|---|---|---|---|---|---|---|---|"
    yield from (_row(each) for each in FIELDS[kind])
    yield ""


def _row(each: Field) -> str:
    bounds = f"{each.low} to {each.high}" if each.high else ""
    codes = f"`{each.codes.name}`" if each.codes else ""
    cells = (each.id, f"`{each.name}`", each.label, each.type.value, each.unit, bounds, each.group, codes)
    return f"| {' | '.join(map(str, cells))} |"


def _code_lists() -> Iterator[str]:
    yield "## Code lists\n"
    yield "The code is what is stored and signed; the label is what a screen shows.\n"
    for each in LISTS.values():
        yield f"### `{each.name}`\n"
        yield "| code | label |"
        yield "|---|---|"
        yield from (f"| `{code}` | {label} |" for code, label in each.labels.items())
        yield ""
