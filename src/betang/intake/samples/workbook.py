"""How is a sample written so that the same seed gives the same bytes?"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from rustpy_xlsxwriter import FastExcel

_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_FIXED_MOMENT = b"2025-06-12T00:00:00Z"
_FIXED_DATE = (2025, 6, 12, 0, 0, 0)


def write(path: Path, *, sheet: str, rows: Iterable[Mapping[str, object]]) -> None:
    """Rows as mappings of heading to value, all with the same headings in the same order."""
    buffer = io.BytesIO()
    FastExcel(buffer).format(datetime_format="dd/mm/yyyy").sheet(sheet, rows).save()
    buffer.seek(0)
    with zipfile.ZipFile(buffer) as written, zipfile.ZipFile(path, "w") as fixed:
        for entry in written.infolist():
            _copy_without_clock(written, fixed, entry.filename)


def _copy_without_clock(written: zipfile.ZipFile, fixed: zipfile.ZipFile, name: str) -> None:
    """The writer stamps the moment of writing into the document's properties."""
    entry = zipfile.ZipInfo(name, _FIXED_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry._compresslevel = 1  # type: ignore[attr-defined]  # ZipInfo has no public way to choose the level before 3.13.
    with written.open(name) as source, fixed.open(entry, "w", force_zip64=True) as target:
        if name.startswith("docProps/"):
            target.write(_MOMENT.sub(_FIXED_MOMENT, source.read()))
        else:
            shutil.copyfileobj(source, target, 1 << 20)
