"""How does Betang start on a machine that has only Python?

Standard library only, and written so that a Python as old as 3.8 can still read it: an old Python has to be able to say
that it is too old. It makes `.venv` beside itself, installs the pinned requirements, and hands over to the command line
in `src/betang/console`. Everything it says goes to stderr, because stdout belongs to the command's answer.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Iterator, NoReturn

try:
    import fcntl
except ImportError:  # Windows
    import msvcrt

OLDEST = (3, 11)
NEWER_PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11")
HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# Written last, after everything it vouches for. Its text is compared, so a newer list installs again.
MADE = VENV / "betang-made"
# Stands from before an installation until after it. Found at the start, it means that one was cut short,
# and pip may then take a half-copied package for a whole one: so the folder is made anew.
INSTALLING = VENV / "betang-installing"

TOO_OLD = (
    "Betang memerlukan Python 3.11 atau lebih baru; ini Python {found}: pasang Python yang baru lalu ulangi. / "
    "Betang needs Python 3.11 or newer; this is Python {found}: install a newer one and try again."
)
NO_VENV = (
    "Modul venv tidak ada: pasang paket python3-venv lalu ulangi. / "
    "The venv module is missing: install the package python3-venv and try again."
)
NOT_MADE = (
    "Folder .venv tidak dapat dibuat di {place}: periksa izin dan sisa ruang disk, lalu ulangi. / "
    "The folder .venv could not be made in {place}: check permissions and free disk space, then try again."
)
NOT_INSTALLED = (
    "Paket pendukung gagal dipasang (sebabnya di atas): periksa sambungan, atau taruh berkas wheel di folder wheels/ "
    "atau folder BETANG_WHEELS, lalu ulangi. / "
    "The packages could not be installed (the reason is above): check the connection, or put wheel files into wheels/ "
    "or the folder named by BETANG_WHEELS, then try again."
)
NO_WHEELS = (
    "BETANG_WHEELS menunjuk folder yang tidak ada: {place}. / BETANG_WHEELS names a folder that is not there: {place}."
)
PREPARING = (
    "Menyiapkan Betang ({file}); sekali saja, beberapa menit. / Preparing Betang ({file}); once only, some minutes."
)
WAITING = "Betang sedang disiapkan oleh proses lain; menunggu. / Another process is preparing Betang; waiting."


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST:
        start_over_with_a_newer_python(arguments)
    lists = needed_lists(arguments)
    if not all(is_installed(name) for name in lists):
        with only_one():
            prepare(lists)
    return hand_over(arguments)


def start_over_with_a_newer_python(arguments: list[str]) -> NoReturn:
    newer = next(filter(None, map(shutil.which, NEWER_PYTHONS)), None)
    if newer is None:
        give_up(TOO_OLD.format(found=platform.python_version()))
    sys.exit(subprocess.call([newer, str(HERE / "launcher.py"), *arguments]))


def needed_lists(arguments: list[str]) -> list[str]:
    deed = next((word for word in arguments if not word.startswith("-")), "")
    return ["requirements.txt", "requirements-test.txt"] if deed == "test" else ["requirements.txt"]


# ------------------------------------------------------------------ is it there already?


def is_installed(name: str) -> bool:
    return is_sound() and read(stamp_file(name)) == stamp(name)


def is_sound() -> bool:
    """A folder made by this Python, whose interpreter still exists, and in which no installation was cut short."""
    return PYTHON.exists() and read(MADE) == this_python() and not INSTALLING.exists()


def stamp_file(name: str) -> Path:
    return VENV / ("betang-has-" + name)


def stamp(name: str) -> str:
    return hashlib.sha256((HERE / name).read_bytes()).hexdigest()


def this_python() -> str:
    return "{} {}.{} {}".format(platform.python_implementation(), *sys.version_info[:2], sys.platform)


def read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""


# ------------------------------------------------------------------ if not, make it


def prepare(lists: list[str]) -> None:
    if not is_sound():
        make_venv()
    for name in lists:
        if not is_installed(name):  # the process we waited for may have done it
            install(name)


def make_venv() -> None:
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        give_up(NO_VENV)
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)], stdout=sys.stderr)
    if made != 0:
        give_up(NOT_MADE.format(place=HERE))
    MADE.write_text(this_python(), encoding="utf-8")


def install(name: str) -> None:
    say(PREPARING.format(file=name))
    INSTALLING.touch()
    with requirement_list(name) as listed:
        command = [*pip(), *where_from(), *how_strictly(), "-r", listed]
        installed = subprocess.call(command, stdout=sys.stderr, env=surroundings())
    if installed != 0:
        give_up(NOT_INSTALLED)
    stamp_file(name).write_text(stamp(name), encoding="utf-8")
    INSTALLING.unlink()


def pip() -> list[str]:
    return [str(PYTHON), "-m", "pip", "install", "-qq", "--no-input", "--disable-pip-version-check"]


def where_from() -> list[str]:
    """A folder of wheels if there is one; otherwise whatever registry this machine's pip is set up for."""
    named = os.environ.get("BETANG_WHEELS", "")
    folder = Path(named) if named else HERE / "wheels"
    if folder.is_dir():
        return ["--no-index", "--find-links", str(folder)]
    if named:
        give_up(NO_WHEELS.format(place=named))
    return []


def how_strictly() -> list[str]:
    return ["--require-hashes", "--only-binary", ":all:"] if is_locked_platform() else ["--prefer-binary"]


def is_locked_platform() -> bool:
    """The lists were locked for CPython 3.11 on Linux x86-64; elsewhere the versions hold and the hashes do not."""
    return this_python() == "CPython 3.11 linux" and platform.machine() == "x86_64"


@contextlib.contextmanager
def requirement_list(name: str) -> Iterator[str]:
    """The list as pip should read it: as soon as pip sees one hash it demands all, so elsewhere they are left out."""
    if is_locked_platform():
        yield str(HERE / name)
        return
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / name
        plain.write_text(without_hashes((HERE / name).read_text(encoding="utf-8")), encoding="utf-8")
        yield str(plain)


def without_hashes(text: str) -> str:
    lines = (line.rstrip(" \\") for line in text.splitlines())
    return "\n".join(line for line in lines if not line.strip().startswith(("--hash", "#"))) + "\n"


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """One process prepares, the others wait; the system lets go of the lock when its holder dies."""
    with (HERE / ".venv.lock").open("a+", encoding="utf-8") as file:
        if not lock(file.fileno(), wait=False):
            say(WAITING)
            lock(file.fileno(), wait=True)
        yield


def lock(handle: int, *, wait: bool) -> bool:
    try:
        if os.name == "nt":
            lock_on_windows(handle, wait=wait)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


def lock_on_windows(handle: int, *, wait: bool) -> None:
    while True:
        try:
            return msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        except OSError as error:  # LK_LOCK gives up after ten seconds; an installation takes longer
            if not wait:
                raise BlockingIOError from error


# ------------------------------------------------------------------ hand over


def hand_over(arguments: list[str]) -> int:
    command = [str(PYTHON), "-m", "betang.console", *arguments]
    if os.name != "nt":
        os.execve(command[0], command, surroundings())  # does not come back
    return subprocess.call(command, env=surroundings())


def surroundings() -> dict[str, str]:
    rest = {name: value for name, value in os.environ.items() if name != "PYTHONHOME"}
    return {**rest, "PYTHONPATH": str(HERE / "src"), "PYTHONUTF8": "1"}


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def give_up(sentence: str) -> NoReturn:
    say(sentence)
    sys.exit(2)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
