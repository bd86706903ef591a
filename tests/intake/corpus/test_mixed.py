"""Whatever is odd about a sheet of sound rows, each family goes in and nothing else does."""

import pytest

from betang.accounts.queries import Acting
from tests.intake.corpus import running
from tests.intake.corpus.mixing import mixed

SEEDS = range(283, 293)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_family_of_a_mixed_list_goes_in(seed: int, siti: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    case = mixed(seed)

    taken = running.take(siti, case, monkeypatch)

    if found := list(running.differences(case, taken)):
        pytest.fail("\n".join([case.title, *found]), pytrace=False)
