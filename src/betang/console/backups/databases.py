"""How does the database come into one file while people work, and out of it again?"""

import errno
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path
from urllib.parse import quote, urlencode

from django.db import connection

from betang import environment
from betang.kernel.errors import Refusal

_DEBIAN = Path("/usr/lib/postgresql")


def vendor() -> str:
    """`sqlite` or `postgresql`: a backup goes back into a database of its own kind."""
    return connection.vendor


def dump(target: Path) -> None:
    """Everything as of one moment; others go on reading and writing meanwhile."""
    if vendor() == "sqlite":
        _dump_sqlite(target)
    else:
        _run("pg_dump", "--format=custom", f"--file={target}", _address())


def load(source: Path) -> None:
    """Put the dump in the place of this node's database, which holds nothing anyone wrote."""
    if vendor() == "sqlite":
        _load_sqlite(source)
    else:
        connection.close()
        _run(
            *("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error"),
            *(f"--dbname={_address()}", str(source)),
        )


def _dump_sqlite(target: Path) -> None:
    source = sqlite3.connect(_file())
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
            raise OSError(errno.ENOSPC, "no room for the snapshot") from None
        raise
    finally:
        copy.close()
        source.close()


def _load_sqlite(source: Path) -> None:
    _refuse_an_unsound_file(source)
    connection.close()
    for leftover in ("-wal", "-shm"):
        _file().with_name(_file().name + leftover).unlink(missing_ok=True)
    source.replace(_file())


def _refuse_an_unsound_file(source: Path) -> None:
    candidate = sqlite3.connect(source)
    try:
        (verdict,) = candidate.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.DatabaseError as error:
        verdict = type(error).__name__
    finally:
        candidate.close()
    if verdict != "ok":
        raise Refusal(
            "Isi cadangan ini bukan pangkalan data yang utuh, jadi tidak dipakai. Coba cadangan yang lain.",
            code="backup_unsound",
        )


def _file() -> Path:
    return environment.home() / "betang.sqlite3"


def _address() -> str:
    """Where the database is, as its own tools want it; the password goes another way (`_run`)."""
    told = connection.settings_dict
    asked = urlencode({"host": told["HOST"], "port": told["PORT"] or "5432", "user": told["USER"] or "betang"})
    return f"postgresql:///{quote(str(told['NAME']))}?{asked}"


def _run(tool: str, *arguments: str) -> None:
    found = _tool(tool)
    if found is None:
        raise Refusal(
            "Alat PostgreSQL %(tool)s tidak ada di mesin ini. Pasang paket postgresql-client, lalu ulangi.",
            code="postgresql_tool_missing",
            tool=tool,
        )
    secret = os.environ | {"PGPASSWORD": str(connection.settings_dict["PASSWORD"])}
    done = subprocess.run([found, *arguments], env=secret, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if done.returncode:
        # Its own words may quote a row, so they are not repeated.
        raise Refusal(
            "%(tool)s gagal (kode keluar %(exit)d), tidak ada yang berubah. Periksa PostgreSQL dan sisa ruang disk.",
            code="postgresql_tool_failed",
            tool=tool,
            exit=done.returncode,
        )


def _tool(name: str) -> str | None:
    """From the path, or from where Debian keeps them (the newest)."""
    debian = (str(path) for path in sorted(_DEBIAN.glob(f"*/bin/{name}"), reverse=True))
    return shutil.which(name) or next(debian, None)
