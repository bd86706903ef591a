"""Is this a file that can be read at all, before intake looks inside?"""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from betang.kernel.errors import Malformed

KINDS = (".xlsx", ".xls", ".ods", ".csv")
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Sent:
    """A file as it came."""

    name: str
    content: bytes


def sent(file: "UploadedFile[Any] | None") -> Sent:  # Any: bytes, as the stubs have it; the class takes no parameter
    """The file. Raises `Malformed` for none, an empty one, one of another kind and one that is too large."""
    if file is None or not file.name:
        raise Malformed(
            "Berkas belum dipilih. Pilih berkas Excel, OpenDocument, atau CSV, lalu unggah lagi.", code="no_file"
        )
    if PurePath(file.name).suffix.lower() not in KINDS:
        raise Malformed(
            "Berkas ini bukan .xlsx, .xls, .ods, atau .csv. Simpan dari Excel sebagai .xlsx, lalu unggah lagi.",
            code="file_kind",
        )
    if not file.size:
        raise Malformed("Berkas ini kosong. Periksa berkasnya, lalu unggah lagi.", code="file_empty")
    if file.size > settings.MAX_UPLOAD_BYTES:
        raise Malformed(
            "Berkas ini lebih dari %(most)s MB. Bagi menjadi beberapa berkas, misalnya satu per kecamatan.",
            code="file_too_large",
            most=settings.MAX_UPLOAD_BYTES // _MEGABYTE,
        )
    content = file.read()
    if len(content) < file.size:  # of a form with more in it than a request may bring nothing was held
        raise Malformed(
            "Berkas-berkas ini bersama lebih dari %(most)s MB. Unggah dulu salah satunya, lalu pilih dari daftar yang "
            "pernah diunggah.",
            code="files_too_large",
            most=settings.MAX_UPLOAD_BYTES // _MEGABYTE,
        )
    return Sent(file.name, content)
