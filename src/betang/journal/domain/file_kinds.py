"""What kind of file is it, by its first bytes?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

MOST_BYTES = 20_000_000


class FileKind(StrEnum):
    """The kinds of file that a record may name."""

    JPEG = "jpeg"
    PNG = "png"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    EVIDENCE = "evidence"


PHOTOS = frozenset({FileKind.JPEG, FileKind.PNG})
PAPERS = frozenset({*PHOTOS, FileKind.PDF, FileKind.DOCX, FileKind.XLSX, FileKind.PPTX})
_OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of file begins, and, of a zip, the folder that it must hold."""

    label: str
    media_type: str
    begins: bytes
    holds: bytes = b""

    def fits(self, content: bytes) -> bool:
        return content.startswith(self.begins) and self.holds in content


KINDS: Mapping[FileKind, Form] = {
    FileKind.JPEG: Form("JPEG", "image/jpeg", b"\xff\xd8\xff"),
    FileKind.PNG: Form("PNG", "image/png", b"\x89PNG\r\n\x1a\n"),
    FileKind.PDF: Form("PDF", "application/pdf", b"%PDF-"),
    FileKind.DOCX: Form("DOCX", _OFFICE + "wordprocessingml.document", b"PK\x03\x04", b"word/"),
    FileKind.XLSX: Form("XLSX", _OFFICE + "spreadsheetml.sheet", b"PK\x03\x04", b"xl/"),
    FileKind.PPTX: Form("PPTX", _OFFICE + "presentationml.presentation", b"PK\x03\x04", b"ppt/"),
    FileKind.EVIDENCE: Form("JSON", "application/json", b"{"),
}
