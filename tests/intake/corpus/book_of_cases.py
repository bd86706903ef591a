"""Which cases are there? The chapters of the corpus, in the order in which one would tell them."""

from tests.intake.corpus.cases import Case
from tests.intake.corpus.chapters import (
    again,
    answers,
    bad_files,
    civil_numbers,
    days,
    figures,
    kinds_of_file,
    layout,
    odd_workbooks,
    other_lists,
    places,
    positions,
)

CASES: tuple[Case, ...] = (
    *layout.CASES,
    *kinds_of_file.CASES,
    *odd_workbooks.CASES,
    *civil_numbers.CASES,
    *figures.CASES,
    *positions.CASES,
    *days.CASES,
    *places.CASES,
    *answers.CASES,
    *again.CASES,
    *other_lists.CASES,
    *bad_files.CASES,
)
