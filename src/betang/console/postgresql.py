"""How do the tests get a PostgreSQL that nobody has to set up and that leaves nothing behind?"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# PostgreSQL refuses to run as root, so root lends it the number that every Unix keeps for nobody.
NOBODY = 65534
DEBIAN = Path("/usr/lib/postgresql")
# Nothing in it has to survive a crash, so nothing is waited for.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=128MB -c max_connections=40"


@dataclass(frozen=True)
class Programs:
    initdb: Path
    pg_ctl: Path


def programs() -> Programs | None:
    """PostgreSQL's own tools, from the path or from where Debian keeps them (newest first)."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else sorted(DEBIAN.glob("*/bin"), reverse=True)
    found = next((folder for folder in folders if (folder / "initdb").exists()), None)
    return Programs(found / "initdb", found / "pg_ctl") if found else None


@contextmanager
def throwaway_cluster(tools: Programs) -> Iterator[str]:
    """The address of a fresh cluster, reached through a socket in a private folder; stopped and deleted afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="betang-pg-"))
    if _is_root():
        os.chown(folder, NOBODY, NOBODY)
    try:
        port = _start(tools, folder)
        yield f"postgresql://betang@:{port}/betang?host={folder}"
    finally:
        _call([tools.pg_ctl, "-D", folder / "data", "-m", "immediate", "stop"], folder, check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _start(tools: Programs, folder: Path) -> int:
    data = folder / "data"
    port = _free_port()
    options = f"-k {folder} -p {port} -c listen_addresses='' {FAST}"
    _call([tools.initdb, "-D", data, "-U", "betang", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"], folder)
    _call([tools.pg_ctl, "-D", data, "-w", "-l", folder / "log", "-o", options, "start"], folder)
    return port


def _call(command: list[Path | str], folder: Path, *, check: bool = True) -> None:
    """Run one of its tools from a folder that its owner may enter."""
    # Any: subprocess takes three kinds of value here, and nothing at all on Windows.
    lent: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if _is_root() else {}
    subprocess.run(command, cwd=folder, check=check, stdout=subprocess.DEVNULL, **lent)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number
