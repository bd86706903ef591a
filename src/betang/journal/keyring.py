"""With which keys does this node sign, seal and tag?

Keys are files in `BETANG_HOME/keys`, readable by their owner alone, never in the database or its backups: one
signing key, and data keys for personal numbers. A node may come to hold several data keys; it seals with its own.
"""

import base64
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec

from betang import environment
from betang.journal.domain.sealed import KEY_ID_BYTES, Sealed
from betang.kernel import crypto
from betang.kernel.errors import Refusal

SIGNING = "signing.key"
OWN_DATA = "own-data.key"
RECOVERY = "recovery.sealed"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O or U to misread on paper


@dataclass(frozen=True)
class DataKey:
    """What is derived from one data key: ciphers for numbers and for whole files, keys for the tags."""

    key_id: bytes
    numbers: crypto.Cipher
    files: crypto.Cipher
    number_tags: bytes
    match_tags: bytes


def make() -> None:
    """Make the keys that this node does not have yet."""
    for name in (SIGNING, OWN_DATA):
        if not (environment.keys_dir() / name).exists():
            environment.write_private(environment.keys_dir() / name, secrets.token_bytes(32))


def signing_key_id() -> bytes:
    """The public key, 32 bytes: what a signature is checked with, and what a stream is named after."""
    return _public(_own(SIGNING))


def seal_number(text: str) -> Sealed:
    """A NIK or KK number as it rests."""
    key = _data_key()
    plain = text.encode()
    nonce = secrets.token_bytes(crypto.NONCE_BYTES)
    sealed = key.numbers.seal(plain, nonce=nonce, bound_to=key.key_id)
    return Sealed(key_id=key.key_id, tag=crypto.tag(key.number_tags, plain), nonce=nonce, ciphertext=sealed)


def open_number(sealed: Sealed) -> str | None:
    """The number, or None if this node does not hold its key."""
    key = _key_with(sealed.key_id)
    if key is None:
        return None
    return key.numbers.open(sealed.ciphertext, nonce=sealed.nonce, bound_to=key.key_id).decode()


def number_tag(text: str) -> bytes:
    """What `seal_number(text).tag` would be: for looking a number up without opening any."""
    return crypto.tag(_data_key().number_tags, text.encode())


def keyed_tag(domain: str, *parts: str) -> bytes:
    """A 16-byte keyed tag of some words, for match keys that tell nothing to whoever has only the database."""
    return crypto.tag(_data_key().match_tags, "\x1f".join((domain, *parts)).encode())


def seal_bytes(content: bytes) -> bytes:
    """A file or a job's arguments as they rest: key id, nonce, ciphertext."""
    key = _data_key()
    nonce = secrets.token_bytes(crypto.NONCE_BYTES)
    return key.key_id + nonce + key.files.seal(content, nonce=nonce, bound_to=key.key_id)


def open_bytes(sealed: bytes) -> bytes:
    """The content again; raises `Refusal` if it was sealed under a key that is not here, or changed since."""
    key = _key_with(sealed[:KEY_ID_BYTES])
    nonce, ciphertext = sealed[KEY_ID_BYTES:][: crypto.NONCE_BYTES], sealed[KEY_ID_BYTES + crypto.NONCE_BYTES :]
    try:
        if key is not None:
            return key.files.open(ciphertext, nonce=nonce, bound_to=key.key_id)
    except crypto.Unreadable:
        pass
    raise Refusal(
        "Berkas tersegel ini tidak dapat dibuka: kuncinya tidak ada di simpul ini atau isinya berubah. "
        "Unggah lagi berkas aslinya.",
        code="sealed_file_unreadable",
    )


def lock_recovery() -> str:
    """Seal all keys under a new code for paper, beside the keys, and return the code: 8 groups of 4 characters.

    160 bits of chance. Whoever holds the code and `recovery.sealed` holds every number of this node.
    """
    code = _as_code(secrets.token_bytes(20))
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(crypto.NONCE_BYTES)
    keys = {path.name: path.read_bytes() for path in sorted(environment.keys_dir().glob("*.key"))}
    cipher = crypto.Cipher(crypto.stretch(_bare(code), salt))
    package = salt + nonce + cipher.seal(msgspec.msgpack.encode(keys), nonce=nonce)
    (environment.keys_dir() / RECOVERY).unlink(missing_ok=True)
    environment.write_private(environment.keys_dir() / RECOVERY, package)
    return code


def recover(code: str, package: bytes) -> list[str]:
    """Put the keys of a recovery package back where they are missing; the names of those put back.

    Raises `Refusal` when the code does not open the package.
    """
    keys = _open_package(code, package)
    missing = [name for name in keys if not (environment.keys_dir() / name).exists()]
    for name in missing:
        environment.write_private(environment.keys_dir() / Path(name).name, keys[name])
    forget()
    return missing


def forget() -> None:
    """Forget what was read from the keys' folder: keys were put there, or taken away."""
    for remembered in (_read, _own_data_key):
        remembered.cache_clear()


def _open_package(code: str, package: bytes) -> Mapping[str, bytes]:
    salt, nonce, sealed = package[:16], package[16:28], package[28:]
    try:
        plain = crypto.Cipher(crypto.stretch(_bare(code), salt)).open(sealed, nonce=nonce)
    except crypto.Unreadable:
        raise Refusal(
            "Kode pemulihan tidak cocok dengan berkas ini. Periksa lagi halaman pemulihan yang dicetak.",
            code="recovery_code_wrong",
        ) from None
    return msgspec.msgpack.decode(plain, type=dict[str, bytes])


def _as_code(chance: bytes) -> str:
    text = base64.b32encode(chance).decode().translate(str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", _ALPHABET))
    return "-".join(text[start : start + 4] for start in range(0, len(text), 4))


def _bare(code: str) -> str:
    typed = "".join(code.upper().split()).replace("-", "")
    return typed.translate(str.maketrans("OIL", "011"))


def _own(name: str) -> bytes:
    return _read(environment.keys_dir() / name)


def _data_key() -> DataKey:
    return _own_data_key(environment.keys_dir())


@lru_cache(maxsize=8)
def _own_data_key(folder: Path) -> DataKey:
    return _derived(_read(folder / OWN_DATA))


def _key_with(key_id: bytes) -> DataKey | None:
    own = _data_key()
    if own.key_id == key_id:
        return own  # a node opens mostly what it sealed itself, so the folder is not read for that
    held = [_derived(_read(path)) for path in sorted(environment.keys_dir().glob("*data*.key"))]
    return next((key for key in held if key.key_id == key_id), None)


@lru_cache(maxsize=64)
def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Refusal(
            "Kunci simpul ini tidak ditemukan. Siapkan simpul dengan `betang init`, atau pulihkan kuncinya.",
            code="keys_missing",
        ) from None


@lru_cache(maxsize=64)
def _derived(key: bytes) -> DataKey:
    return DataKey(
        key_id=crypto.fingerprint(b"betang data key" + key)[:KEY_ID_BYTES],
        numbers=crypto.Cipher(crypto.derive(key, "betang number seal")),
        files=crypto.Cipher(crypto.derive(key, "betang file seal")),
        number_tags=crypto.derive(key, "betang number tag"),
        match_tags=crypto.derive(key, "betang match tag"),
    )


@lru_cache(maxsize=8)
def _public(private: bytes) -> bytes:
    return crypto.public_key(private)
