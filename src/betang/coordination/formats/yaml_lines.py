"""What does a YAML file hold, and on which line does each part of it stand?

Only what a meeting needs is read: mappings, lists and text. Anchors, aliases and tags are refused, so that no file can
blow up or mean anything else than what it shows; a value is its text, so that `61.10` stays what it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from betang.kernel.errors import Malformed

MOST_BYTES = 1_000_000
_MOST_PARTS = 20_000
_DEEPEST = 5
_LONGEST_TEXT = 20_000
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})

# Why a file is not read; msgids.
REFUSED: Mapping[str, str] = {
    "too_deep": "Baris %(line)s: berkas ini terlalu dalam atau terlalu panjang. Pakai susunan seperti contohnya.",
    "yaml_alias": "Baris %(line)s memakai jangkar atau alias (& atau *). Tulis isinya lengkap.",
    "yaml_tag": "Baris %(line)s memakai tag (!). Tulis teks biasa saja.",
    "empty_file": "Berkas ini kosong. Isi seperti contohnya.",
    "two_documents": "Baris %(line)s: ada dokumen kedua (---). Satu berkas memuat satu rapat.",
    "too_long": "Baris %(line)s: teksnya terlalu panjang. Ringkas isinya.",
    "key_is_no_word": "Baris %(line)s: nama isian harus satu kata. Pakai nama seperti contohnya.",
    "key_said_twice": "Baris %(line)s: isian yang sama ditulis dua kali. Hapus salah satunya.",
}

Plain = None | str | list["Plain"] | dict[str, "Plain"]


@dataclass
class Lined:
    """What was read, and the line of each part by its path (`$.acara[0].judul`)."""

    content: Plain = None
    lines: dict[str, int] = field(default_factory=dict)


def read(content: bytes) -> Lined:
    """The one document of a file. Raises `Malformed`, naming the line."""
    if len(content) > MOST_BYTES:
        raise Malformed(
            "Berkas rapat ini lebih besar dari 1 MB. Pisahkan lampirannya, lalu kirim lagi.", code="too_large"
        )
    try:
        events = _guarded(yaml.parse(content.decode("utf-8-sig"), Loader=_LOADER))
        lined = Lined()
        _begin(events)
        lined.content = _value(next(events), events, "$", lined.lines)
        _end(events)
    except UnicodeDecodeError:
        raise Malformed("Berkas rapat ini bukan teks UTF-8. Simpan ulang sebagai UTF-8.", code="not_utf8") from None
    except yaml.YAMLError as wrong:
        raise _broken(wrong) from None
    return lined


def _broken(wrong: yaml.YAMLError) -> Malformed:
    mark = getattr(wrong, "problem_mark", None)
    return Malformed(
        "Baris %(line)s: susunan YAML-nya salah. Periksa titik dua, spasi di awal baris, dan tanda kutip di "
        "sekitarnya.",
        code="not_yaml",
        line=mark.line + 1 if mark else 1,
    )


def _guarded(events: Iterator[Any]) -> Iterator[Any]:  # Any: each kind of event has its own type
    depth = 0
    for parts, event in enumerate(events):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST or parts > _MOST_PARTS:
            raise _refused(event, "too_deep")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _refused(event, "yaml_alias")
        if getattr(event, "tag", None):
            raise _refused(event, "yaml_tag")
        yield event


def _begin(events: Iterator[Any]) -> None:
    next(events)  # of the stream
    if isinstance(start := next(events), yaml.StreamEndEvent):
        raise _refused(start, "empty_file")


def _end(events: Iterator[Any]) -> None:
    next(events)  # of the document
    if not isinstance(more := next(events), yaml.StreamEndEvent):
        raise _refused(more, "two_documents")


def _value(event: Any, events: Iterator[Any], path: str, lines: dict[str, int]) -> Plain:
    lines.setdefault(path, _line(event))
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(events, path, lines)
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, path, lines)
    return _text(event)


def _text(event: Any) -> str | None:
    if len(event.value) > _LONGEST_TEXT:
        raise _refused(event, "too_long")
    return None if event.implicit[0] and not event.style and event.value in _EMPTY else str(event.value)


def _mapping(events: Iterator[Any], path: str, lines: dict[str, int]) -> Plain:
    found: dict[str, Plain] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        if not isinstance(event, yaml.ScalarEvent):
            raise _refused(event, "key_is_no_word")
        if event.value in found:
            raise _refused(event, "key_said_twice")
        lines[f"{path}.{event.value}"] = _line(event)
        found[event.value] = _value(next(events), events, f"{path}.{event.value}", lines)
    return found


def _sequence(events: Iterator[Any], path: str, lines: dict[str, int]) -> Plain:
    found: list[Plain] = []
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        found.append(_value(event, events, f"{path}[{len(found)}]", lines))
    return found


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _refused(event: Any, code: str) -> Malformed:
    return Malformed(REFUSED[code], code=code, line=_line(event))
