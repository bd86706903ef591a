"""What does a sound list look like when several things are odd about it at once?

The chapters try one thing at a time; this mixes layouts, columns, kinds of file and lines that are no rows, by a seed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from operator import itemgetter
from random import Random

from tests.intake.corpus import writing
from tests.intake.corpus.cases import Case, Writer, book
from tests.intake.corpus.homes import (
    AKCAYA,
    AKCAYA_NAME,
    BSPS,
    DEDAI,
    DEDAI_NAME,
    ERTLH,
    ERTLH46,
    JAMBI,
    LADANG,
    LADANG_NAME,
    SINTANG,
    SINTANG_DEDAI,
    Form,
    Home,
    bsps,
    heading_row,
    home,
    jambi,
    newer,
)
from tests.intake.corpus.said import accepted
from tests.intake.corpus.sheets import Line, Noise, Pair, noise, sheet

_VILLAGES = ((LADANG, SINTANG, LADANG_NAME), (AKCAYA, SINTANG, AKCAYA_NAME), (DEDAI, SINTANG_DEDAI, DEDAI_NAME))
_OF_A_VILLAGE = ("village", "district_name", "village_name")
_KEPT = (
    "village",
    "district_name",
    "village_name",
    "name",
    "nik",
    "kk",
    "address",
    "surveyed",
    "longitude",
    "latitude",
)
_KINDS: tuple[tuple[str, Writer], ...] = (
    ("daftar.xlsx", writing.xlsx),
    ("daftar.xls", writing.xls),
    ("daftar.ods", writing.ods),
    ("daftar.csv", partial(writing.delimited, delimiter=";", encoding="utf-8-sig")),
    ("daftar.csv", partial(writing.delimited, delimiter=",", encoding="cp1252")),
)
_TITLES: tuple[Line, ...] = (
    ("DAFTAR CALON PENERIMA BANTUAN",),
    ("KABUPATEN SINTANG",),
    ("TAHUN ANGGARAN 2024",),
    (None,),
    ("Lampiran Surat Nomor 600/12/2024", None, None, "Tanggal", "12 Mei 2024"),
)
_BETWEEN: tuple[Noise, ...] = (
    noise(),
    noise("JUMLAH", None, 4),
    noise("Sub Total", 2),
    noise("TOTAL DESA LADANG", None, None, None, 7),
    noise("DESA LADANG"),
    noise("KECAMATAN DEDAI"),
)
_SIGNATURE: tuple[Noise, ...] = (
    noise(),
    noise(None, None, None, None, None, "Sintang, 12 Mei 2024"),
    noise("Mengetahui,", None, None, None, None, "Petugas Pendata,"),
    noise("Kepala Desa", None, None, None, None, None),
    noise(),
    noise("ABANG REKAAN", None, None, None, None, "Dayang Rekaan"),
)


@dataclass(frozen=True)
class _Kind:
    form: Form
    make: Callable[..., Home]
    may_drop: int


_LISTS = (_Kind(ERTLH, home, 9), _Kind(ERTLH46, newer, 9), _Kind(BSPS, bsps, 0), _Kind(JAMBI, jambi, 0))


def mixed(seed: int) -> Case:
    rng = Random(seed)
    kind = rng.choice(_LISTS)
    file_name, write = rng.choice(_KINDS)
    form = _spelt(rng, _ordered(rng, kind))
    villages = sorted(rng.choices(_VILLAGES, k=rng.randint(3, 8)))
    homes = [_at(kind, number, village) for number, village in enumerate(villages, start=1)]
    expected = [accepted(head__name=each["name"], head__nik_doubt=None) for each in homes]
    pairs: list[Pair] = [
        (each, said.with_values(house__village_code=village[0]).not_decided("repaired"))
        for each, said, village in zip(homes, expected, villages, strict=True)
    ]
    items = _with_noise(rng, pairs, form)
    has_merges = not file_name.endswith("csv") and rng.random() < 0.5
    runs = list(_runs(items)) if has_merges else []
    keys = [key for key, _heading in form.columns if key in _OF_A_VILLAGE]
    return book(
        f"mixed by {seed}: {kind.form.name} as {file_name}",
        sheet(
            *_said_once(items, runs),
            form=form,
            merges=lambda first: [
                (first + a, form.place(key), first + b, form.place(key)) for a, b in runs for key in keys
            ],
            above=rng.sample(_TITLES, rng.randint(0, 4)),
            hidden=() if file_name.endswith("csv") else tuple(rng.sample(range(3), rng.randint(0, 2))),
        ),
        write=write,
        file_name=file_name,
    )


def _runs(items: Sequence[Pair | Noise]) -> Iterator[tuple[int, int]]:
    """First and last place of families of one village that stand beneath each other."""
    villages = [None if isinstance(item, Noise) else item[0]["village"] for item in items]
    for village, equal in groupby(enumerate(villages), key=itemgetter(1)):
        places = [place for place, _village in equal]
        if village is not None and len(places) > 1:
            yield places[0], places[-1]


def _said_once(items: Sequence[Pair | Noise], runs: Iterable[tuple[int, int]]) -> list[Pair | Noise]:
    """In a merged cell only the first row says it."""
    silent = {place for first, last in runs for place in range(first + 1, last + 1)}
    return [
        (item[0] | dict.fromkeys(_OF_A_VILLAGE), item[1]) if place in silent and not isinstance(item, Noise) else item
        for place, item in enumerate(items)
    ]


def _at(kind: _Kind, number: int, village: tuple[str, str, str]) -> Home:
    code, district, name = village
    return kind.make(number, village=code, district_name=district, village_name=name)


def _ordered(rng: Random, kind: _Kind) -> Form:
    keys = [key for key, _heading in kind.form.columns]
    if rng.random() < 0.5:
        keys = [key for key in keys if not key.startswith("area_")]
        rng.shuffle(keys)
    droppable = [key for key in keys if key not in _KEPT and not key.startswith("area_")]
    dropped = set(rng.sample(droppable, rng.randint(0, kind.may_drop)))
    form = kind.form.having(*(key for key in keys if key not in dropped))
    return form.adding(("note", "KETERANGAN LAIN")) if rng.random() < 0.3 else form


def _spelt(rng: Random, form: Form) -> Form:
    change = rng.choice((str, str.upper, str.title, _over_two_lines, _blanks_around))
    return replace(form, columns=tuple((key, change(heading)) for key, heading in form.columns))


def _over_two_lines(heading: str) -> str:
    return heading.replace(" ", "\n", 1)


def _blanks_around(heading: str) -> str:
    return f" {heading.replace(' ', '  ')} " if heading else heading


def _with_noise(rng: Random, pairs: Sequence[Pair], form: Form) -> list[Pair | Noise]:
    items: list[Pair | Noise] = [noise(*range(1, len(form.columns) + 1))] if rng.random() < 0.2 else []
    again = noise(*heading_row(form))
    for pair in pairs:
        items.append(pair)
        if rng.random() < 0.3:
            items.append(rng.choice((*(_shifted(each, rng.choice((0, 0, 0, 1, 2))) for each in _BETWEEN), again)))
    shift = rng.randint(0, 6)
    return [*items, *((_shifted(each, shift) for each in _SIGNATURE) if rng.random() < 0.4 else ())]


def _shifted(line: Noise, columns: int) -> Noise:
    """Nobody knows in which column a total or a signature stands."""
    return Noise((*[None] * columns, *line.cells))
