"""Where does this node keep its things, and what did its operator set?

Every setting that can be given from outside is read here and nowhere else; `.env.example` lists them.
"""

import os
import secrets
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

# A node's own home has the practice home as a folder `latihan`, so the mark inside that one has another name.
_PRACTICE, _BACKUP = "sandi-latihan", "cadangan-terakhir"
_FIRST_RUN = "BETANG_FIRST_RUN_KEY"  # set by `up` for its own children, never by an operator


def home() -> Path:
    """The data folder of this node (`BETANG_HOME`, by default `var/` in the working directory)."""
    return _resolved(os.environ.get("BETANG_HOME") or "var")


@lru_cache(maxsize=8)
def _resolved(text: str) -> Path:
    return Path(text).resolve()  # asked for with every key, and each time a walk through the file system


@lru_cache(maxsize=8)
def _folder(home: Path, name: str) -> Path:
    return home / name


def keys_dir() -> Path:
    """Signing and data keys; never inside the database or its backups."""
    return _folder(home(), "keys")


def uploads_dir() -> Path:
    """Sealed copies of uploaded files, kept for 30 days."""
    return _folder(home(), "uploads")


def files_dir() -> Path:
    """Sealed photos, decrees and other files that records name by their content."""
    return _folder(home(), "files")


def number(name: str, default: int) -> int:
    """A whole number from the environment; a bad one stops the start with a sentence."""
    text = os.environ.get(name, "")
    if not text:
        return default
    if not text.isdigit():
        raise SystemExit(f"{name} harus bilangan bulat. / {name} must be a whole number.")
    return int(text)


def database() -> dict[str, object]:
    """Django's database setting: SQLite in the home, or what `BETANG_DATABASE` names.

    `postgresql://user:password@host:port/name`; a socket folder goes in as `?host=/path`.
    """
    url = os.environ.get("BETANG_DATABASE", "")
    return _postgresql(url) if url else _sqlite()


def _sqlite() -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(home() / "betang.sqlite3"),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # A deferred transaction that reads and then writes fails at once, whatever the timeout.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
                "PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=268435456;"
            ),
        },
    }


def _postgresql(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise SystemExit(
            "BETANG_DATABASE harus berawalan postgresql://. / BETANG_DATABASE must start with postgresql://."
        )
    options = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/") or "betang",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(options.get("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
    }


def session_key() -> str:
    """Django's signing key: a file of the node, made on first use."""
    path = keys_dir() / "session.key"
    if not path.exists():
        write_private(path, secrets.token_urlsafe(48).encode())
    return path.read_text()


def open_first_run() -> str:
    """A fresh key to the page that prepares an empty home, for the processes that this one starts."""
    os.environ[_FIRST_RUN] = secrets.token_urlsafe(12)
    return first_run_key()


def first_run_key() -> str:
    """The key, or nothing where no home waits to be prepared."""
    return os.environ.get(_FIRST_RUN, "")


def last_backup() -> datetime | None:
    """When this node was last backed up; None if it never was."""
    try:
        return datetime.fromisoformat((home() / _BACKUP).read_text())
    except FileNotFoundError:
        return None


def mark_backup(at: datetime) -> None:
    """Remember that the node lies on a stick, as of this moment."""
    (home() / _BACKUP).unlink(missing_ok=True)
    write_private(home() / _BACKUP, at.isoformat().encode())


def practice() -> str:
    """The password of the invented users if this home is one to practise in; else nothing."""
    try:
        return (home() / _PRACTICE).read_text()
    except FileNotFoundError:
        return ""


def mark_practice(password: str) -> None:
    """From now on this home is one to practise in."""
    write_private(home() / _PRACTICE, password.encode())


def make_private(folder: Path) -> None:
    """Make a folder, and those above it, for its owner alone."""
    if not folder.exists():
        make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def write_private(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read; it appears whole or not at all, and never replaces another."""
    make_private(path.parent)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    except FileExistsError:
        pass  # another process made it first, and theirs is the one that counts
    finally:
        draft.unlink()


def allowed_hosts() -> list[str]:
    """Names under which other machines of the office may open this node (`BETANG_HOSTS`, comma separated)."""
    return [name.strip() for name in os.environ.get("BETANG_HOSTS", "").split(",") if name.strip()]


def serves_https() -> bool:
    """Whether people reach this node over TLS (`BETANG_HTTPS=1`): cookies are then sent over TLS only."""
    return os.environ.get("BETANG_HTTPS", "") == "1"
