"""What should the intake say of a row? The words in which the corpus states it, beside the row itself.

Written from the words of the task, not from what the importer does. Nothing here or in the generator knows the
importer: findings are named by their column, not by its codes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

Values = Mapping[str, object]
SOME = object()  # a value whose wording is the register's affair: that a doubt stands there is what counts


@dataclass(frozen=True)
class Said:
    """`column` must have been found fault with; `values` are what the register must say, by `part.field`.

    `repaired` or `flagged` None: the task does not decide it. `first`: the row of the list that this one repeats.
    """

    outcome: str
    repaired: bool | None = False
    flagged: bool | None = False
    column: str = ""
    values: Values = field(default_factory=dict)
    first: int | None = None

    def with_values(self, **values: object) -> "Said":
        """`head__name` is the field `name` of the head."""
        return replace(self, values=dict(self.values) | _dotted(values))

    def not_decided(self, *names: str) -> "Said":
        """Where the task leaves it open whether such a row counts as repaired or flagged."""
        return replace(self, **dict.fromkeys(names))  # type: ignore[arg-type]  # names of the two fields


def accepted(**values: object) -> Said:
    return Said("accepted", values=_dotted(values))


def repaired(**values: object) -> Said:
    """Went in, and something certain was put right."""
    return Said("accepted", repaired=True, values=_dotted(values))


def flagged(column: str, **values: object) -> Said:
    """Went in, and somebody must look at this column."""
    return Said("accepted", flagged=True, column=column, values=_dotted(values))


def returned(column: str) -> Said:
    return Said("returned", column=column)


def updated(**values: object) -> Said:
    return Said("updated", values=_dotted(values))


def unchanged(*, first: int | None = None, **values: object) -> Said:
    return Said("unchanged", first=first, values=_dotted(values))


def _dotted(values: Values) -> dict[str, object]:
    return {name.replace("__", "."): value for name, value in values.items()}
