"""What is said when the database has run out of room?"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError

from betang.kernel.errors import Refusal

_DISK_FULL_IN_POSTGRESQL = "53100"


@contextmanager
def full_is_refused() -> Iterator[None]:
    """A deed that found no room leaves nothing behind, and says so as a `Refusal`, not as a fault of ours.

    The database's own words are dropped: they may quote a row.
    """
    try:
        yield
    except DatabaseError as error:
        if not _is_full(error.__cause__):
            raise
        raise Refusal(
            "Ruang penyimpanan simpul ini penuh, jadi bagian terakhir tidak dicatat; yang sudah tercatat tetap ada. "
            "Kosongkan ruang, lalu ulangi: pekerjaan diteruskan dari bagian itu.",
            code="disk_full",
        ) from None


def _is_full(cause: BaseException | None) -> bool:
    in_sqlite = getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return in_sqlite or getattr(cause, "sqlstate", None) == _DISK_FULL_IN_POSTGRESQL
