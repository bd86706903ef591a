"""What does the paper say that brings a node's keys back?"""

from html import escape
from pathlib import Path

from django.utils import timezone

from betang import environment

PAGE = """<!doctype html>
<html lang="id"><head><meta charset="utf-8"><title>Halaman pemulihan kunci Betang</title>
<style>body {{ font: 12pt/1.5 sans-serif; max-width: 40rem; margin: 2rem auto }} code {{ font-size: 18pt }}</style>
</head><body>
<h1>Pemulihan kunci Betang</h1>
<p>{office}, {today}</p>
<p>Kode pemulihan:</p>
<p><code>{code}</code></p>
<p>Kode ini bersama berkas <b>recovery.sealed</b> (di folder <b>keys</b>) membuka semua nomor NIK dan KK simpul ini.
Simpan kertas ini di lemari terkunci, terpisah dari komputer dan cadangannya.</p>
<p>Bila komputer rusak: pasang Betang di komputer baru, salin <b>recovery.sealed</b> ke folder <b>keys</b> yang baru,
lalu jalankan <b>./betang recover</b> dan ketik kode di atas.</p>
</body></html>
"""


def recovery_page() -> Path:
    """Where that page rests until it is on paper."""
    return environment.keys_dir() / "halaman-pemulihan.html"


def write_recovery_page(code: str, *, office: str) -> Path:
    """A page to print, readable by its owner alone; it is to be deleted once it is on paper."""
    path = recovery_page()
    path.unlink(missing_ok=True)
    filled = PAGE.format(code=escape(code), office=escape(office), today=timezone.localdate().isoformat())
    environment.write_private(path, filled.encode())
    return path
