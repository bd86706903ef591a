"""How is a file held while it is being sent?

In memory, for a list in clear never rests on the disk; and of more than a request may bring nothing is held at all.
"""

import io
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

_AROUND_FILES = 64 * 1024  # what a form adds to its files


class HeldInMemory(FileUploadHandler):
    """Django's own handler leaves a file out that is too large; this one tells its size, and keeps nothing of it."""

    _is_held = False

    def handle_raw_input(self, *of_request: Any, **named: Any) -> None:  # Any: as the stubs have them
        _input_data, _meta, content_length, *_more = of_request
        self._is_held = content_length <= settings.MAX_UPLOAD_BYTES + _AROUND_FILES

    def new_file(self, *of_file: Any, **named: Any) -> None:  # Any: as the stubs have them
        super().new_file(*of_file, **named)
        self._content = io.BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if self._is_held:
            self._content.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self._content.seek(0)
        return InMemoryUploadedFile(
            file=self._content, field_name=self.field_name, name=self.file_name, content_type=self.content_type,
            size=file_size, charset=self.charset, content_type_extra=self.content_type_extra,
        )  # fmt: skip
