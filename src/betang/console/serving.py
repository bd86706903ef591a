"""How is a node kept running: pages in one process, jobs in another, and nothing left behind when it is killed?"""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Protocol

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from betang.kernel.errors import Refusal

LOOPBACK = "127.0.0.1"
_PARENT = "BETANG_PARENT_PID"


class Served(Protocol):
    """What we use of a Granian server, whose class its package picks at run time."""

    def serve(self) -> None: ...


def serve(*, port: int, ready: Callable[[str], None]) -> None:
    """Serve pages on the loopback address until told to stop. `ready` gets the address once it answers."""
    _refuse_a_taken_port(port)
    os.environ |= parent()
    jobs = subprocess.Popen([sys.executable, "-m", "betang.console", "work"], stdout=sys.stderr)
    threading.Thread(target=_announce, args=(port, ready), daemon=True).start()
    try:
        _pages(port).serve()
    finally:
        jobs.terminate()
        jobs.wait()


def _pages(port: int) -> Served:
    server: Served = Granian(
        "betang.console.pages:application",
        address=LOOPBACK,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        log_level=LogLevels.warning,
        workers_kill_timeout=5,
    )
    return server


def _refuse_a_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            raise Refusal(
                "Port %(port)s sedang dipakai program lain. Tutup program itu, atau pilih port lain dengan --port.",
                code="port_taken",
                port=port,
            ) from None


def _announce(port: int, ready: Callable[[str], None]) -> None:
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex((LOOPBACK, port)) == 0:
                ready(f"http://{LOOPBACK}:{port}")
                return
        time.sleep(0.05)


def parent() -> dict[str, str]:
    """What a process that we start has to know, to leave with us."""
    return {_PARENT: str(os.getpid())}


def leave_with_parent() -> None:
    """End this process soon after the one that started it is gone, however it went (`kill -9` included)."""
    starter = int(os.environ.get(_PARENT, "0"))
    if starter:
        threading.Thread(target=_watch, args=(starter,), daemon=True).start()


def _watch(starter: int) -> None:
    while is_running(starter):
        time.sleep(0.5)
    os._exit(0)


def is_running(pid: int) -> bool:
    """Whether our starter lives; on Windows a child is never handed to another, so it is left to the console."""
    return os.name == "nt" or os.getppid() == pid
