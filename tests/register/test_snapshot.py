"""Does a snapshot carry everything for bulk work, and nobody's name?"""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from betang.journal import queries as journal
from betang.register import queries
from betang.register.queries import Snapshot
from tests.register import cast
from tests.register.cast import BUDI, NIK_YAKOBUS, row, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_places")]


@pytest.fixture
def taken() -> Snapshot:
    take(row(kk_number=cast.KK_YAKOBUS, area_kinds=["KUMUH", "STUNTING"]))
    take(row(village=cast.SAMBUS), by=BUDI)
    return queries.snapshot("61.05")


def test_a_snapshot_is_of_one_position_of_the_journal_and_one_region(taken: Snapshot) -> None:
    house = taken.tables["house"]

    assert taken.position == journal.position()
    assert house.schema.metadata[b"position"] == str(taken.position).encode()
    assert house.column("partition").to_pylist() == ["61.05"]
    assert house.column("area_kinds").to_pylist() == [["KUMUH", "STUNTING"]]
    assert float(house.column("floor_area_m2")[0].as_py()) == 36


def test_records_of_a_snapshot_find_each_other(taken: Snapshot) -> None:
    family = taken.tables["family"].to_pylist()[0]

    assert family["house"] == taken.tables["house"].column("id")[0].as_py()
    assert taken.tables["assessment"].column("family").to_pylist() == [family["id"]]


def test_there_is_no_number_name_phone_or_address_in_a_snapshot(taken: Snapshot, tmp_path: Path) -> None:
    files = queries.write_parquet(taken, tmp_path)

    columns = {name for path in files for name in pq.read_schema(path).names}
    text = " ".join(str(pq.read_table(path).to_pylist()) for path in files)
    assert not columns & {"nik", "kk_number", "name", "phone", "address", "note", "assessor"}
    assert not any(word in text for word in (NIK_YAKOBUS, "Yakobus", "Buluh", "Siti"))


def test_an_empty_region_has_empty_tables() -> None:
    assert {table.num_rows for table in queries.snapshot("61.07").tables.values()} == {0}
