"""Whatever stands in a sheet, it is a list, or a refusal in words, or a question; never a traceback."""

from collections.abc import Mapping
from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from betang.intake.commands.opening import open_list
from betang.intake.domain import rows
from betang.intake.domain.aliases import ALIASES
from betang.intake.domain.cells import Cell
from betang.intake.domain.findings import GRAVITY
from betang.intake.domain.rows import Known
from betang.intake.domain.templates import TEMPLATES
from betang.intake.domain.villages import Named, Resolved
from betang.intake.formats import reading
from betang.intake.formats.reading import Merge, RawSheet
from betang.kernel.errors import Malformed

HEADINGS = [column.heading for template in TEMPLATES.values() for column in template.columns]
WORDS = st.sampled_from([*HEADINGS, *(each for headings in ALIASES.values() for each in headings)])
VALUES = st.sampled_from(
    ["Siti Tembawang", "6105014508900001", "61.05.01.1001", "JUMLAH", "Mengetahui", "#N/A", "Kec. Dedai", "12/05/2024"]
)
CELLS: st.SearchStrategy[Cell] = st.one_of(st.none(), VALUES, WORDS, st.floats(0, 1e16), st.text(max_size=8))
FORMS = st.sampled_from(list(TEMPLATES.values())).map(lambda form: [column.heading for column in form.columns])
LINES = st.lists(st.one_of(st.lists(CELLS, max_size=20), FORMS, st.lists(WORDS, max_size=20)), max_size=9)
MERGES = st.lists(
    st.builds(lambda top, left, down, over: Merge(top, left, top + down, left + over),
              st.integers(1, 9), st.integers(0, 9), st.integers(0, 3), st.integers(0, 3)), max_size=4,
).map(tuple)  # fmt: skip


class AnyVillage(dict[Named, Resolved]):
    def __missing__(self, _name: Named) -> Resolved:
        return Resolved("61.05.01.1001")


def raw(lines: list[list[Cell]], merges: tuple[Merge, ...]) -> RawSheet:
    packed = msgspec.msgpack.encode([(place + 1, cells) for place, cells in enumerate(lines)])
    return RawSheet("Lembar", (packed,), merges=merges, hidden_rows=frozenset({2, 3}))


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES, merges=MERGES, data=st.data())
def test_any_sheet_is_a_list_or_a_sentence(
    lines: list[list[Cell]], merges: tuple[Merge, ...], data: st.DataObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "read", lambda content, most_bytes: [raw(lines, merges)])
    columns: Mapping[str, str] | None = data.draw(
        st.one_of(st.none(), st.just({"Nama": "name", "Desa": "village_name", "Kecamatan": "district_name"}))
    )
    try:
        opened = open_list(b"", columns=columns)
    except Malformed as refused:
        assert str(refused)
        return

    known = Known(AnyVillage(), frozenset(), date(2025, 6, 12))
    read = [rows.read(row, sheet.table, known=known) for sheet, row in opened.rows()]
    assert len(read) == opened.total
    assert all(finding.code in GRAVITY for said in read for finding in said.findings)
    assert all(note.sentence for note in opened.notes)
