"""How far is it, for somebody who watches a terminal?"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm


@contextmanager
def bar(title: str, *, unit: str = "baris") -> Iterator[Callable[[int, int], None]]:
    """A progress bar on stderr, where stderr is a terminal."""
    with tqdm(unit=f" {unit}", desc=title, leave=False, disable=None) as shown:

        def move(done: int, total: int) -> None:
            shown.total = total
            shown.update(done - shown.n)

        yield move
