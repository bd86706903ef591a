"""The corpus of ugly lists: each row becomes what the corpus says, and a bad file is refused in a sentence.

The files are made by a generator that shares no code with the importer; see `said` for what is expected, the chapters
for the cases, `running` for how they are taken in.
"""

import re
import subprocess
import sys
from collections import Counter

import pytest

from betang.accounts.queries import Acting
from betang.intake import commands, queries
from betang.intake.models import Batch
from betang.kernel.errors import Malformed
from betang.register import queries as register
from tests.intake.corpus import running
from tests.intake.corpus.book_of_cases import CASES
from tests.intake.corpus.cases import Case
from tests.intake.corpus.homes import PEOPLE

TAKEN = [case for case in CASES if not case.refused]
REFUSED = [case for case in CASES if case.refused]
# Some of many, for each takes a second: those with rows to look at, and those of which something is to be undone.
COMING_BACK = [case for case in TAKEN if case.has_rows_to_look_at][::8]
UNDONE = [case for case in TAKEN if case.brings_something][3::10]
NAMES = "|".join(name.replace(" ", "|") for name, _sex, _born in PEOPLE)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("case", TAKEN, ids=[case.title for case in TAKEN])
def test_each_row_becomes_what_the_corpus_says(case: Case, siti: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = running.take(siti, case, monkeypatch)

    if found := list(running.differences(case, taken)):
        pytest.fail("\n".join([case.title, *found]), pytrace=False)
    outcomes = Counter(said.outcome for said in case.expected.values())
    assert {name: getattr(taken.batch, name) for name in outcomes} == dict(outcomes)
    assert not re.search(rf"\d{{12}}|{NAMES}", running.words_of(taken.batch))


@pytest.mark.parametrize("case", COMING_BACK, ids=[case.title for case in COMING_BACK])
def test_what_goes_back_can_be_dropped_in_again(case: Case, siti: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody corrected it: what was bad is still bad, what needs a look is there already."""
    first = running.take(siti, case, monkeypatch).batch

    again = commands.open_batch(siti, "kembali.xlsx", queries.returned_workbook(siti, first.id))
    counts = commands.run_batch(again.id, pause_s=0)

    assert (counts.accepted, counts.updated) == (0, 0)
    assert (counts.unchanged, counts.returned) == (first.flagged, first.returned)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("case", REFUSED, ids=[case.title for case in REFUSED])
def test_a_bad_file_is_refused_in_a_sentence(case: Case, siti: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    before = register.digest()

    with pytest.raises(Malformed) as refusal:
        running.take(siti, case, monkeypatch)

    sentence = str(refusal.value)
    assert all(re.search(words, sentence, re.IGNORECASE) for words in case.refused), sentence
    assert sentence.endswith((".", "?")) and not re.search(r"\d{12}", sentence)
    assert not Batch.objects.exists()
    assert register.digest() == before


@pytest.mark.parametrize("case", UNDONE, ids=[case.title for case in UNDONE])
def test_a_list_is_tried_taken_in_and_undone_without_a_trace(
    case: Case, siti: Acting, monkeypatch: pytest.MonkeyPatch
) -> None:
    running.take_earlier(siti, case, monkeypatch)
    before = register.digest()

    tried = commands.dry_run(siti, case.file_name, case.content, columns=case.mapping, pause_s=0)
    assert register.digest() == before
    batch = commands.open_batch(siti, case.file_name, case.content, columns=case.mapping)
    assert commands.run_batch(batch.id, pause_s=0) == tried

    commands.begin_undo(siti, batch.id)
    commands.run_undo(siti, batch.id, pause_s=0)
    assert register.digest() == before


def test_the_corpus_is_large_and_each_of_its_files_has_a_name_of_its_own() -> None:
    assert len(CASES) >= 40
    assert len({case.title for case in CASES}) == len(CASES)


def test_the_generator_shares_no_code_with_the_importer() -> None:
    asked = "import sys, tests.intake.corpus.book_of_cases; sys.exit(any(n.startswith('betang') for n in sys.modules))"

    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
