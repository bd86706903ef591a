"""How long does a page take at the server, with 200,000 families on the list?

The real server with one worker, asked by one person after another; the 95th of a hundred, best of three rounds.
"""

import sys
import time
from collections.abc import Callable, Iterator
from random import Random
from urllib.parse import urlencode

from benchmarks import _home as home
from benchmarks._pages import Browser, served
from betang.accounts.queries import Acting
from betang.console.measuring import Figure
from betang.register import queries as register
from betang.register.queries import ListFilters, ListRow

FAMILIES = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
LIMIT_MS = 100.0
ROUNDS = 3
ASKED = int(sys.argv[2]) if len(sys.argv) > 2 else 100  # pages in a round


def main() -> None:
    officer = home.found()
    home.fill(officer, FAMILIES)
    pages = register.listing(officer, ListFilters(), 1, 50).pages
    rows = list(_from_everywhere(officer, pages))
    with served() as browser:
        home.tell(measured(browser, rows, pages=pages))


def _from_everywhere(officer: Acting, pages: int) -> Iterator[ListRow]:
    """Families from thirty stretches of the list, so that no page is asked for twice in a row."""
    for page in Random(3).sample(range(1, pages + 1), min(30, pages)):
        yield from register.listing(officer, ListFilters(), page, 50).rows


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
