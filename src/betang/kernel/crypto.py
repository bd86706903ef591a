"""How are secrets sealed, numbers tagged and records signed? The only module that imports `cryptography`.

Nothing here reads a clock, a file or chance: nonces and keys are arguments.
"""

import hashlib
import hmac

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

NONCE_BYTES = 12
TAG_BYTES = 16


class Unreadable(ValueError):
    """The bytes were not sealed with this key, or were changed since."""


def derive(key: bytes, purpose: str) -> bytes:
    """A 32-byte key for one purpose out of a 32-byte key (HKDF-SHA256, RFC 5869)."""
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=purpose.encode()).derive(key)


def stretch(code: str, salt: bytes) -> bytes:
    """A 32-byte key from a code a person can type (scrypt, n = 2^15, r = 8, p = 1)."""
    return Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(code.encode())


class Cipher:
    """AES-256-GCM under one key. Built once and kept: the key schedule costs more than a short number."""

    def __init__(self, key: bytes) -> None:
        self._aead = AESGCM(key)

    def seal(self, plain: bytes, *, nonce: bytes, bound_to: bytes = b"") -> bytes:
        """Ciphertext with its 16-byte check, readable only with the same nonce and `bound_to`."""
        return self._aead.encrypt(nonce, plain, bound_to)

    def open(self, sealed: bytes, *, nonce: bytes, bound_to: bytes = b"") -> bytes:
        """The plain bytes; raises `Unreadable`."""
        try:
            return self._aead.decrypt(nonce, sealed, bound_to)
        except InvalidTag as wrong:
            raise Unreadable from wrong


def tag(key: bytes, message: bytes) -> bytes:
    """HMAC-SHA256 cut to 16 bytes: equal messages under one key are equal without opening anything."""
    return hmac.digest(key, message, "sha256")[:TAG_BYTES]


def fingerprint(content: bytes) -> bytes:
    """SHA-256, 32 bytes."""
    return hashlib.sha256(content).digest()


def public_key(private: bytes) -> bytes:
    """The 32-byte Ed25519 public key of a 32-byte seed."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, message: bytes) -> bytes:
    """A 64-byte Ed25519 signature (RFC 8032)."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(message)


def is_signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the holder of this public key signed this message."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except InvalidSignature:
        return False
    return True
