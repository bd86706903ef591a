"""How long does a page take at the server, with 200,000 families on the list?

The real server with one worker, asked by one person after another; the 95th of a hundred, best of three rounds.
"""

import http.client
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from random import Random
from urllib.parse import urlencode, urlsplit

from benchmarks import _home as home
from betang.console.measuring import Figure
from betang.register import queries as register
from betang.register.queries import ListFilters

FAMILIES = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
LIMIT_MS = 100.0
ROUNDS = 3
ASKED = 100  # pages in a round
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Browser:
    """One person with cookies, on one connection."""

    def __init__(self, address: str) -> None:
        self.line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> str:
        return self._ask("GET", path)

    def post(self, path: str, **fields: str) -> str:
        token = _TOKEN.search(self.get(path))
        assert token is not None
        return self._ask("POST", path, urlencode({"csrfmiddlewaretoken": token.group(1), **fields}))

    def _ask(self, method: str, path: str, body: str = "") -> str:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if method == "POST":
            headers |= {"Content-Type": "application/x-www-form-urlencoded"}
        self.line.request(method, path, body, headers)
        answer = self.line.getresponse()
        text = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        if answer.status >= 400:
            raise RuntimeError(f"{method} of a page answered {answer.status}")
        return text


def main() -> None:
    officer = home.found()
    home.fill(officer, FAMILIES)
    page = register.listing(officer, ListFilters(), 1, 50)
    names = [row.head_name for row in page.rows]
    records = [row.family_id for row in page.rows]
    server = subprocess.Popen(
        [sys.executable, "-m", "betang.console", "up", "--port", _free_port()], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        browser = Browser(server.stdout.readline().split()[1])
        browser.post("/masuk/", username=home.OFFICER, password=home.PASSWORD)
        home.tell(measured(browser, names, [str(record) for record in records], pages=page.pages))
    finally:
        server.terminate()
        server.wait()


def _free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def measured(browser: Browser, names: list[str], records: list[str], *, pages: int) -> list[Figure]:
    """The three kinds of page that people open most."""
    chance = Random(7)
    filters = ("", "kondisi=5&", "umur=12_to_24&", "wilayah=61.05.19&", "kondisi=4&umur=over_24&")
    kinds: dict[str, Callable[[], str]] = {
        "list": lambda: f"/rumah/?{chance.choice(filters)}hal={chance.randrange(1, pages)}",
        "search": lambda: "/rumah/?" + urlencode({"q": _searched(chance, names)}),
        "record": lambda: f"/rumah/{chance.choice(records)}/",
    }
    return [
        _figure(f"web {kind} p95", [_p95(browser, address) for _ in range(ROUNDS)]) for kind, address in kinds.items()
    ]


def _searched(chance: Random, names: list[str]) -> str:
    """A whole name, the beginning of one, or a masked number."""
    name = chance.choice(names)
    return chance.choice((name, name[:3], name[:4], f"6105••••••••{chance.randrange(1, 9000):04}"))


def _p95(browser: Browser, address: Callable[[], str]) -> float:
    took = []
    for _ in range(ASKED):
        path = address()
        began = time.perf_counter()
        browser.get(path)
        took.append(1000 * (time.perf_counter() - began))
    return sorted(took)[int(ASKED * 0.95) - 1]


def _figure(name: str, rounds: list[float]) -> Figure:
    best = round(min(rounds), 1)
    return Figure(name=name, value=best, unit="ms", limit=LIMIT_MS, holds=best <= LIMIT_MS)


if __name__ == "__main__":
    main()
