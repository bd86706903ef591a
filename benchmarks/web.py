"""How long does a page take at the server, with 200,000 families on the list?

The real server with one worker, asked by one person after another; the 95th of a hundred, best of three rounds.
"""

import http.client
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from random import Random
from urllib.parse import urlencode, urlsplit

from benchmarks import _home as home
from betang.accounts.queries import Acting
from betang.console.measuring import Figure
from betang.register import queries as register
from betang.register.queries import ListFilters, ListRow

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
    pages = register.listing(officer, ListFilters(), 1, 50).pages
    rows = list(_from_everywhere(officer, pages))
    server = subprocess.Popen(
        [sys.executable, "-m", "betang.console", "up", "--port", _free_port()], stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        browser = Browser(server.stdout.readline().split()[1])
        browser.post("/masuk/", username=home.OFFICER, password=home.PASSWORD)
        home.tell(measured(browser, rows, pages=pages))
    finally:
        server.terminate()
        server.wait()


def _from_everywhere(officer: Acting, pages: int) -> Iterator[ListRow]:
    """Families from thirty stretches of the list, so that no page is asked for twice in a row."""
    for page in Random(3).sample(range(1, pages + 1), min(30, pages)):
        yield from register.listing(officer, ListFilters(), page, 50).rows


def _free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def measured(browser: Browser, rows: list[ListRow], *, pages: int) -> list[Figure]:
    """The three kinds of page that people open most."""
    chance = Random(7)
    filters = ("", "kondisi=5&", "umur=12_to_24&", "wilayah=61.05.19&", "kondisi=4&umur=over_24&")
    kinds: dict[str, Callable[[], str]] = {
        "list": lambda: f"/rumah/?{chance.choice(filters)}hal={chance.randrange(1, pages)}",
        "search": lambda: "/rumah/?" + urlencode({"q": _searched(chance, rows)}),
        "record": lambda: f"/rumah/{chance.choice(rows).family_id}/",
    }
    return [
        _figure(f"web {kind} p95", [_p95(browser, address) for _ in range(ROUNDS)]) for kind, address in kinds.items()
    ]


def _searched(chance: Random, rows: list[ListRow]) -> str:
    """A whole name, the beginning of one, or a masked number."""
    name = chance.choice(rows).head_name
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
