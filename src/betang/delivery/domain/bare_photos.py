"""What is left of a photo without what the camera wrote into it: where it was taken, when, with which device?

The place of a home is not for donors, and a phone writes it into every photo. Pictures stay as they are to the pixel.
"""

from collections.abc import Iterator

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_SCAN, _END = 0xDA, b"\xff\xd9"  # from here on the picture itself, until it ends; some phones append another
_SAID = frozenset({0xE1, 0xED, 0xFE})  # EXIF and XMP, IPTC, remarks
_SAID_IN_PNG = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})


def bare(content: bytes) -> bytes:
    """The photo without those parts. What cannot be followed to the end is no picture of ours and ends there."""
    if content.startswith(_JPEG):
        return _JPEG + b"".join(_segments(content))
    return _PNG + b"".join(_chunks(content))


def _segments(content: bytes) -> Iterator[bytes]:
    at = len(_JPEG)
    while at + 4 <= len(content) and content[at] == 0xFF:
        kind, end = content[at + 1], at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if kind == _SCAN:
            yield content[at:].partition(_END)[0] + _END
            return
        if kind not in _SAID:
            yield content[at:end]
        at = end


def _chunks(content: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(content):
        end = at + 12 + int.from_bytes(content[at : at + 4], "big")
        if content[at + 4 : at + 8] not in _SAID_IN_PNG:
            yield content[at:end]
        at = end
