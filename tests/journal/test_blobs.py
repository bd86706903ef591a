"""Does a file that a record names come back as it was, and does nothing else come in?"""

from hashlib import sha256

import pytest

from betang import environment
from betang.journal import blobs, keyring
from betang.journal.domain.file_kinds import MOST_BYTES, PAPERS, PHOTOS
from betang.kernel.errors import Malformed, Refusal

PHOTO = b"\xff\xd8\xff\xe0 a house in Nanga Lebang"
DECREE = b"%PDF-1.7 a decree"


@pytest.fixture(autouse=True)
def keys(db: None) -> None:
    keyring.make()


def test_a_file_comes_back_as_it_was() -> None:
    name = blobs.keep(PHOTO, allowed=PHOTOS)

    kept = blobs.read(name)

    assert (name, kept.content, kept.media_type) == (sha256(PHOTO).hexdigest(), PHOTO, "image/jpeg")


def test_a_file_rests_sealed() -> None:
    name = blobs.keep(PHOTO, allowed=PHOTOS)

    assert b"Nanga Lebang" not in (environment.files_dir() / f"{name}.sealed").read_bytes()


def test_the_same_file_is_kept_once() -> None:
    assert blobs.keep(DECREE, allowed=PAPERS) == blobs.keep(DECREE, allowed=PAPERS)


@pytest.mark.parametrize("content", [b"", b"<script>alert(1)</script>", DECREE, b"PK\x03\x04 no office file"])
def test_what_is_no_photo_is_refused_whatever_it_is_called(content: bytes) -> None:
    with pytest.raises(Malformed):
        blobs.keep(content, allowed=PHOTOS)


def test_a_file_that_is_too_large_is_refused() -> None:
    with pytest.raises(Malformed) as refused:
        blobs.keep(PHOTO + bytes(MOST_BYTES), allowed=PHOTOS)

    assert refused.value.code == "file_size"


def test_a_file_that_has_not_come_here_is_said() -> None:
    with pytest.raises(Refusal) as refused:
        blobs.read("0" * 64)

    assert refused.value.code == "file_not_here"


def test_a_file_that_was_exchanged_behind_our_back_is_not_shown() -> None:
    one, other = blobs.keep(PHOTO, allowed=PHOTOS), blobs.keep(PHOTO + b" two", allowed=PHOTOS)
    folder = environment.files_dir()
    (folder / f"{one}.sealed").write_bytes((folder / f"{other}.sealed").read_bytes())

    with pytest.raises(Refusal) as refused:
        blobs.read(one)

    assert refused.value.code == "file_changed"


def test_the_file_sent_again_heals_a_copy_that_was_damaged() -> None:
    name = blobs.keep(PHOTO, allowed=PHOTOS)
    (environment.files_dir() / f"{name}.sealed").write_bytes(b"damaged")

    blobs.keep(PHOTO, allowed=PHOTOS)

    assert blobs.read(name).content == PHOTO
