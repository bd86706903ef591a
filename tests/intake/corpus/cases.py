"""What is a case of the corpus: a file, what stood before it, and what should become of it?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from tests.intake.corpus import writing
from tests.intake.corpus.homes import ERTLH, Form
from tests.intake.corpus.said import Said
from tests.intake.corpus.sheets import Noise, Pair, Sheet, sheet

Writer = Callable[[Sequence[Sheet]], bytes]
Place = tuple[int, int]  # which list of the file, from 0, and which row of it as Excel counts


@dataclass(frozen=True)
class ByHand:
    """Between two lists an officer changes a field (`kind.name`) of the family that an earlier row became."""

    row: int
    field: str
    text: str


@dataclass(frozen=True)
class Case:
    """`says`: the list has something to tell about how it was read (`Batch.notes`).

    `refused`: words of the sentence with which the whole file is refused. `mapping`: what a person says the headings
    mean, where they do not speak for themselves. `region` is the officer's, if it is not Sintang.
    """

    title: str
    make: Callable[[], bytes]
    expected: Mapping[Place, Said] = field(default_factory=dict)
    before: tuple["Case | ByHand", ...] = ()
    says: bool = False
    refused: tuple[str, ...] = ()
    mapping: Mapping[str, str] | None = None
    file_name: str = "daftar.xlsx"
    region: str = ""

    @cached_property
    def content(self) -> bytes:
        """Made once: the same file is the same bytes."""
        return self.make()

    @property
    def has_rows_to_look_at(self) -> bool:
        return any(said.outcome == "returned" or said.flagged for said in self.expected.values())

    @property
    def brings_something(self) -> bool:
        return any(said.outcome in ("accepted", "updated") for said in self.expected.values())

    @property
    def rows(self) -> int:
        return len(self.expected) + sum(each.rows for each in self.before if isinstance(each, Case))


def case(
    title: str,
    *items: Pair | Noise,
    form: Form = ERTLH,
    write: Writer = writing.xlsx,
    before: tuple[Case | ByHand, ...] = (),
    says: bool = False,
    mapping: Mapping[str, str] | None = None,
    file_name: str = "daftar.xlsx",
    region: str = "",
) -> Case:
    """A file of one plain sheet: the headings of the form in the first row, an item a row beneath them."""
    made = book(title, sheet(*items, form=form), write=write, before=before, says=says, file_name=file_name)
    return replace(made, mapping=mapping, region=region)


def book(
    title: str,
    *sheets: Sheet,
    write: Writer = writing.xlsx,
    before: tuple[Case | ByHand, ...] = (),
    says: bool = False,
    file_name: str = "daftar.xlsx",
) -> Case:
    """A file of several sheets, or of one that is laid out oddly."""
    lists = [each for each in sheets if each.is_list]
    expected = {(number, row): said for number, each in enumerate(lists) for row, said in each.expected.items()}
    make = partial(write, sheets)
    return Case(title, make, expected, before=before, says=says, file_name=file_name)


def refusal(title: str, content: bytes | Callable[[], bytes], *words: str, file_name: str = "daftar.xlsx") -> Case:
    """The whole file goes back with one sentence in which these words stand (patterns)."""
    make = content if callable(content) else partial(bytes, content)
    return Case(title, make, refused=words, file_name=file_name)
