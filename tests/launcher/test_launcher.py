"""Does a bare machine get either a running Betang or one sentence about what is missing?"""

import base64
import hashlib
import importlib.util
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONSOLE = "import sys, rumah\n\nprint(rumah.ATAP, *sys.argv[1:])\n"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A fresh clone of a very small Betang, whose only package lies in its folder of wheels."""
    return _small_betang(tmp_path)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone that was started before: making `.venv` takes seconds, so the tests that only need one share it."""
    folder = _small_betang(tmp_path_factory.mktemp("started"))
    assert _start(folder).returncode == 0
    return folder


@pytest.fixture
def launcher(clone: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("launcher_of_a_clone", clone / "launcher.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_second_start_is_quick_and_silent(started: Path) -> None:
    begun = time.monotonic()
    answer = _start(started, "find", "Siti")
    waited_s = time.monotonic() - begun

    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "seng find Siti\n", "")
    assert waited_s < 2


def test_two_first_starts_at_once_without_a_connection_prepare_once(clone: Path) -> None:
    command = [sys.executable, str(clone / "launcher.py"), "up"]

    started = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    answers = [process.communicate() for process in started]

    assert [stdout for stdout, _ in answers] == ["seng up\n", "seng up\n"]
    assert "".join(stderr for _, stderr in answers).count("Menyiapkan Betang") == 1


def test_an_installation_that_was_cut_short_is_made_anew(started: Path) -> None:
    half_copied = started / ".venv" / "half-copied"
    half_copied.touch()
    (started / ".venv" / "betang-installing").touch()

    again = _start(started, "up")

    assert (again.returncode, again.stdout) == (0, "seng up\n"), again.stderr
    assert not half_copied.exists()


def test_a_failed_installation_is_not_taken_for_a_good_one(clone: Path, launcher: ModuleType) -> None:
    (clone / "wheels" / "rumah-1.0-py3-none-any.whl").write_bytes(b"swapped on its way")

    answer = _start(clone)

    assert (answer.returncode, answer.stdout) == (2, "")
    assert "gagal dipasang" in answer.stderr
    assert not launcher.is_sound()


def test_a_changed_list_is_installed_at_the_next_start(clone: Path, launcher: ModuleType) -> None:
    _pretend_it_was_made(launcher)
    assert launcher.is_installed("requirements.txt")

    (clone / "requirements.txt").write_text("rumah==2.0\n")

    assert not launcher.is_installed("requirements.txt")


def test_only_the_test_command_asks_for_what_tests_need(launcher: ModuleType) -> None:
    assert launcher.needed_lists(["--json", "test"]) == ["requirements.txt", "requirements-test.txt"]
    assert launcher.needed_lists(["find", "test"]) == ["requirements.txt"]


@pytest.mark.parametrize(
    ("lacking", "sentence"),
    [
        ("a new Python", "Betang memerlukan Python 3.11"),
        ("venv", "Modul venv tidak ada"),
        ("the named wheels", "BETANG_WHEELS menunjuk folder yang tidak ada"),
    ],
)
def test_what_is_missing_is_said_in_one_line(
    launcher: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    lacking: str,
    sentence: str,
) -> None:
    deed = _take_away(lacking, launcher, monkeypatch)

    with pytest.raises(SystemExit) as left:
        deed()

    said = capsys.readouterr()
    assert left.value.code == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith(sentence)


def test_elsewhere_than_on_the_locked_platform_versions_hold_without_hashes(launcher: ModuleType) -> None:
    locked = "rumah==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n    # via -r requirements.in\natap==2.0\n"

    assert launcher.without_hashes(locked) == "rumah==1.0\natap==2.0\n"


def test_an_old_python_can_still_read_the_launcher() -> None:
    compile((ROOT / "launcher.py").read_text(), "launcher.py", "exec", dont_inherit=True)
    ruff = [
        str(Path(sys.executable).with_name("ruff")),
        "check",
        "--isolated",
        "--target-version",
        "py38",
        "--select",
        "F",
    ]

    assert subprocess.run([*ruff, str(ROOT / "launcher.py")], check=False).returncode == 0


def _small_betang(folder: Path) -> Path:
    (folder / "launcher.py").write_bytes((ROOT / "launcher.py").read_bytes())
    console = folder / "src" / "betang" / "console"
    console.mkdir(parents=True)
    (console / "__init__.py").write_text("")
    (console / "__main__.py").write_text(CONSOLE)
    digest = _wheel(folder / "wheels", "rumah", "ATAP = 'seng'\n")
    (folder / "requirements.txt").write_text(f"rumah==1.0 \\\n    --hash=sha256:{digest}\n")
    (folder / "requirements-test.txt").write_text("# nothing more\n")
    return folder


def _pretend_it_was_made(launcher: ModuleType) -> None:
    launcher.PYTHON.parent.mkdir(parents=True)
    launcher.PYTHON.touch()
    launcher.MADE.write_text(launcher.this_python())
    launcher.stamp_file("requirements.txt").write_text(launcher.stamp("requirements.txt"))


def _take_away(lacking: str, launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    if lacking == "a new Python":
        monkeypatch.setattr(launcher, "OLDEST", (99, 0))
        monkeypatch.setattr(launcher, "NEWER_PYTHONS", ())
        return lambda: launcher.main([])
    if lacking == "venv":
        monkeypatch.setattr(launcher.importlib.util, "find_spec", lambda _name: None)
        return launcher.make_venv
    monkeypatch.setenv("BETANG_WHEELS", "nowhere")
    return launcher.where_from


def _start(clone: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(clone / "launcher.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _wheel(folder: Path, name: str, code: str) -> str:
    """Write the smallest wheel that pip takes; the SHA-256 of it."""
    folder.mkdir()
    path = folder / f"{name}-1.0-py3-none-any.whl"
    parts = {
        f"{name}.py": code,
        f"{name}-1.0.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{name}-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = f"{name}-1.0.dist-info/RECORD"
    with zipfile.ZipFile(path, "w") as wheel:
        for part, content in parts.items():
            wheel.writestr(part, content)
        lines = [f"{part},sha256={_digest(content)},{len(content)}" for part, content in parts.items()]
        wheel.writestr(record, "\n".join([*lines, f"{record},,", ""]))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _digest(content: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content.encode()).digest()).rstrip(b"=").decode()
