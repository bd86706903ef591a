"""Does a photo for a donor still tell where it was taken?"""

import zlib

import pytest

from betang.delivery.domain.bare_photos import bare

SECRET = b"0.0712 LU, 111.6532 BT"


def _segment(kind: int, content: bytes) -> bytes:
    return bytes((0xFF, kind)) + (len(content) + 2).to_bytes(2, "big") + content


def _chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")


HEAD, TABLE = _segment(0xE0, b"JFIF\0\x01\x01"), _segment(0xDB, b"\0" * 65)
SCAN = _segment(0xDA, b"\x01\x01\0") + b"\x12\xff\x00\x34\xff\xd9"
PLAIN_JPEG = b"\xff\xd8" + HEAD + TABLE + SCAN
PICTURE = _chunk(b"IHDR", b"\0" * 13) + _chunk(b"IDAT", zlib.compress(b"\0" * 4)) + _chunk(b"IEND", b"")
PLAIN_PNG = b"\x89PNG\r\n\x1a\n" + PICTURE


@pytest.mark.parametrize("kind", [0xE1, 0xED, 0xFE])
def test_what_a_camera_wrote_into_a_jpeg_is_gone_and_the_picture_is_not(kind: int) -> None:
    photo = b"\xff\xd8" + HEAD + _segment(kind, b"Exif\0\0" + SECRET) + TABLE + SCAN

    assert bare(photo) == PLAIN_JPEG


@pytest.mark.parametrize("kind", [b"eXIf", b"tEXt", b"zTXt", b"iTXt"])
def test_what_a_camera_wrote_into_a_png_is_gone_and_the_picture_is_not(kind: bytes) -> None:
    photo = PLAIN_PNG[:8] + PICTURE[:25] + _chunk(kind, SECRET) + PICTURE[25:]

    assert bare(photo) == PLAIN_PNG


@pytest.mark.parametrize("photo", [PLAIN_JPEG, PLAIN_PNG])
def test_a_photo_in_which_nothing_was_written_stays_as_it_is(photo: bytes) -> None:
    assert bare(photo) == photo


def test_what_a_phone_appended_to_a_jpeg_is_gone() -> None:
    assert bare(PLAIN_JPEG + b"\xff\xd8" + _segment(0xE1, SECRET) + SCAN) == PLAIN_JPEG


def test_no_part_that_cannot_be_followed_gets_through() -> None:
    assert SECRET not in bare(b"\xff\xd8 x" + SECRET)
