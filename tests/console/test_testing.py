"""Does `./betang test` tell the truth about what it ran?"""

from collections.abc import Callable
from pathlib import Path

import pytest

from betang.console import postgresql, testing
from betang.console.testing import Outcome, State


def _stages(**states: State) -> dict[str, Callable[[], Outcome]]:
    return {name: lambda name=name, state=state: Outcome(name, state) for name, state in states.items()}  # type: ignore[misc]  # mypy cannot see through the default argument


def test_one_failed_stage_fails_the_whole_and_the_others_still_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(testing, "STAGES", _stages(ruff=State.FAILED, sqlite=State.PASSED))

    code = testing.run([])

    said = capsys.readouterr().out
    assert code == 1
    assert "ruff        failed" in said
    assert "sqlite      passed" in said
    assert said.rstrip().endswith("stages: 1 passed, 1 failed, 0 skipped")


def test_only_the_named_stages_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(testing, "STAGES", _stages(ruff=State.FAILED, mypy=State.PASSED))

    code = testing.run(["mypy"])

    assert code == 0
    assert "ruff" not in capsys.readouterr().out


def test_an_unknown_stage_is_refused_with_the_names_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    code = testing.run(["everything"])

    assert code == 2
    assert "ruff, mypy, imports, sqlite, postgresql" in capsys.readouterr().err


@pytest.mark.parametrize(("ci", "state"), [("", State.SKIPPED), ("true", State.FAILED)])
def test_a_missing_postgresql_is_skipped_at_a_desk_and_fails_in_ci(
    monkeypatch: pytest.MonkeyPatch, ci: str, state: State
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(postgresql, "programs", lambda: None)

    outcome = testing.STAGES["postgresql"]()

    assert outcome == Outcome("postgresql", state, sentence=testing.NO_POSTGRESQL)


def test_the_throwaway_cluster_leaves_nothing_behind_even_after_a_failure() -> None:
    programs = postgresql.programs()
    if programs is None:
        pytest.skip(testing.NO_POSTGRESQL)

    with pytest.raises(ZeroDivisionError), postgresql.throwaway_cluster(programs) as url:
        folder = Path(url.partition("host=")[2])
        assert (folder / "data" / "postmaster.pid").exists()
        raise ZeroDivisionError

    assert not folder.exists()
