"""Which meetings does Betang bring along? Files as an office would import them."""

from importlib.resources import files

MEETING_OF_12_JUNE = "rapat-2025-06-12.yaml"


def content(name: str = MEETING_OF_12_JUNE) -> bytes:
    """The bytes of a sample, as they would be uploaded."""
    return files("betang.coordination.samples").joinpath(name).read_bytes()
