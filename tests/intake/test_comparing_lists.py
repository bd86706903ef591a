"""Two lists that are known to differ in this and that: the comparison tells exactly this and that."""

import errno
import io
import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from betang import environment
from betang.accounts.queries import Acting
from betang.intake import commands, comparisons
from betang.intake.commands import Chosen, SideKind
from betang.intake.domain import comparing_sum
from betang.intake.domain.comparing_told import Family, Told
from betang.intake.formats import comparison_workbook
from betang.intake.models import BatchRow, Comparison
from betang.intake.samples import ertlh
from betang.intake.samples.listing import SampleRow
from betang.kernel.errors import Malformed, NotAllowed, Refusal
from betang.register import commands as register
from tests.intake.sheets import KEYS, NIK, csv_text, line, xlsx

OURS, THEIRS = "kita.xlsx", "pusat.xlsx"
_UNREAD = {"name_missing", "village_unknown", "village_missing", "village_elsewhere"}
_OTHER_VILLAGE = "61.05.14.2001"
REGISTER = Chosen(SideKind.REGISTER)


def file(content: bytes, name: str = OURS) -> Chosen:
    return Chosen(SideKind.FILE, file_name=name, content=content)


def side_by_side(acting: Acting, ours: Sequence[Sequence[object]], theirs: Sequence[Sequence[object]]) -> Told:
    return commands.compare(acting, file(xlsx(ours)), file(xlsx(theirs), THEIRS))


def sum_of(told: Told) -> list[tuple[str, str, bool, int]]:
    return [(each.kind, each.reason, each.ours, each.number) for each in told.lines]


def rows(families: Sequence[Family]) -> list[int]:
    return sorted(family.row for family in families)


def written(sample: Sequence[SampleRow]) -> bytes:
    return xlsx([[row.cells.get(key) for key in KEYS] for row in sample])


class Edited:
    """A second list made of a first by known edits, each on families that the first names once and soundly."""

    def __init__(self, sample: list[SampleRow]) -> None:
        once = Counter(row.family_uid for row in sample)
        sound = [at for at, row in enumerate(sample) if not row.defects and once[row.family_uid] == 1]
        self.rows: list[SampleRow | None] = list(sample)
        self._free = iter(sound)

    def take(self, number: int) -> list[int]:
        """Places of families that nothing was done to yet."""
        return [next(self._free) for _ in range(number)]

    def say(self, places: Sequence[int], **cells: object) -> None:
        for place in places:
            row = self.rows[place]
            assert row is not None
            said = {key: value(row.cells[key]) if callable(value) else value for key, value in cells.items()}
            self.rows[place] = replace(row, cells=row.cells | said)

    def shuffled(self) -> list[SampleRow]:
        left = [row for row in self.rows if row is not None]
        random.Random(5).shuffle(left)
        return left


def test_the_difference_of_two_sample_lists_is_explained_to_the_last_family(siti: Acting) -> None:
    sample = ertlh.make(region="61.05", rows=600, seed=4)
    edited = Edited(sample)
    dropped, changed, emptied = edited.take(7), edited.take(6), edited.take(3)
    respelt, renamed, moved, without_nik, doubled = (edited.take(number) for number in (5, 4, 2, 3, 4))
    added = [row for row in ertlh.make(region="61.05", rows=60, seed=77) if not row.defects][:5]
    for place in dropped:
        edited.rows[place] = None
    edited.say(changed, roof=lambda roof: "DAUN" if roof != "DAUN" else "SENG", occupants=lambda n: n + 1)
    edited.say(emptied, wall=None)
    edited.say(
        respelt,
        name=lambda name: f"  Bpk. {name.title()}",
        roof=str.lower,
        floor_area=lambda n: f"{n:.2f} m2".replace(".", ","),
    )
    edited.say(renamed, name=lambda name: f"{name}X")
    edited.say(moved, village=_OTHER_VILLAGE)
    edited.say(without_nik, nik=None)
    theirs = [*edited.shuffled(), *(edited.rows[place] for place in doubled), *added]

    told = commands.compare(siti, file(written(sample)), file(written([row for row in theirs if row]), THEIRS))

    unread = Counter(code for row in sample for code in row.defects if code in _UNREAD)
    readable = [row for row in sample if not _UNREAD & set(row.defects)]
    families = len({row.family_uid for row in readable})
    counts = told.counts
    assert (counts.rows_ours, counts.families_ours) == (600, families)
    assert (counts.rows_theirs, counts.families_theirs) == (600 - 7 + 4 + 5, families - 7 + 5)
    assert Counter(row.reason for row in told.ours.unread) == unread
    assert len(told.theirs.doubled) == len(told.ours.doubled) + 4
    assert rows([each.family for each in told.ours.only]) == sorted(place + 2 for place in dropped)
    assert rows([each.family for each in told.theirs.only]) == [599, 600, 601, 602, 603]
    assert (counts.maybe, counts.both) == (0, families - 7)
    different = {couple.ours.row: {each.field for each in couple.different} for couple in told.different}
    assert different == (
        {place + 2: {"roof_material", "occupants"} for place in changed}
        | {place + 2: {"name"} for place in renamed}
        | {place + 2: {"village"} for place in moved}
    )
    alone = {
        each.field: (each.only_ours, each.only_theirs) for each in told.fields if each.only_ours or each.only_theirs
    }
    assert alone == {"wall_material": (3, 0), "nik": (3, 0)}
    assert comparing_sum.adds_up(told.lines)


def test_the_sum_of_a_small_pair_reads_line_by_line(siti: Acting) -> None:
    ours = [
        line(),
        line(),
        line(name="Yohan", nik="6105010101700002"),
        line(name=None, nik="6105014508900009"),
        line(name="Lena", nik="6105014508900003", village="61.05.01.1003"),
    ]
    theirs = [line(), line(name="Budi", nik="6105010101700004", surveyed="13/05/2024")]

    told = side_by_side(siti, ours, theirs)

    assert sum_of(told) == [
        ("rows_ours", "", True, 5),
        ("unread", "name_missing", True, -1),
        ("doubled", "same_row", True, -1),
        ("families_ours", "", True, 3),
        ("only", "outside_region", True, -1),
        ("only", "unknown", True, -1),
        ("both", "", True, 1),
        ("only", "surveyed_later", False, 1),
        ("families_theirs", "", False, 2),
        ("rows_theirs", "", False, 2),
    ]


def test_one_nik_with_two_names_is_no_match_and_is_told(siti: Acting) -> None:
    told = side_by_side(siti, [line(name="Siti Tembawang")], [line(name="Yohanes Adrianus")])

    assert told.counts.both == told.counts.maybe == 0
    assert [each.reason for each in told.ours.only] == ["one_nik_two_names"]
    assert [each.reason for each in told.theirs.only] == ["one_nik_two_names"]


def test_a_nik_that_two_share_in_one_list_is_told_of_the_one_who_is_not_in_the_other(siti: Acting) -> None:
    two = [line(name="Siti Tembawang"), line(name="Yohanes Adrianus", address="Jl. Pasar 9")]

    told = side_by_side(siti, two, [line(name="Siti Tembawang")])

    assert told.counts.both == 1
    assert [(each.family.row, each.reason) for each in told.ours.only] == [(3, "one_nik_two_names")]


def test_who_shares_a_nik_but_not_its_name_is_no_other_person_elsewhere(siti: Acting) -> None:
    two = [line(name="Siti Tembawang", village="61.05.01.1003"), line(name="Yohanes Adrianus", village="61.05.01.1003")]

    told = side_by_side(siti, two, [line(name="Siti Tembawang")])

    reasons = {each.family.name: each.reason for each in told.ours.only}
    assert reasons == {"Siti Tembawang": "outside_region", "Yohanes Adrianus": "one_nik_two_names"}


def test_a_name_in_a_village_is_perhaps_the_same_and_counted_apart(siti: Acting) -> None:
    told = side_by_side(siti, [line(nik=None)], [line(nik=None, address="Jl. Pasar 9", roof="DAUN")])

    assert (told.counts.both, told.counts.maybe) == (0, 1)
    assert told.maybe[0].rule == "name_in_village"


def test_two_of_one_name_with_two_niks_are_two(siti: Acting) -> None:
    told = side_by_side(siti, [line()], [line(nik="6105014508900007")])

    assert [each.reason for each in told.ours.only] == ["namesake"]


def test_a_hidden_number_chooses_between_namesakes(siti: Acting) -> None:
    one, other = "6105014508900001", "6105014508910002"
    ours = [line(nik=one, roof="SENG"), line(nik=other, roof="DAUN")]
    theirs = [line(nik="6105••••••••0002", roof="KAYU"), line(nik="6105••••••••0001", roof="ASBES")]

    told = side_by_side(siti, ours, theirs)

    assert [(couple.ours.row, couple.theirs.row) for couple in told.different] == [(2, 3), (3, 2)]
    assert {each.field for couple in told.different for each in couple.different} == {"roof_material"}


def test_an_address_at_which_two_of_one_name_live_proves_nothing(siti: Acting) -> None:
    told = side_by_side(siti, [line(nik=None)], [line(), line(nik="6105014508910002")])

    assert (told.counts.both, told.counts.maybe, told.counts.only_theirs) == (0, 1, 1)


def test_what_means_the_same_is_no_difference(siti: Acting) -> None:
    ours = [line(address="Jl. Melati No. 03 RT 003/RW 001", floor_area=36, roof="SENG", income="0-1,2")]
    theirs = [line(address="JALAN MELATI 3, RT/RW 3/1", floor_area="6 x 6", roof=" Seng ", income="Rp 1.000.000")]

    assert side_by_side(siti, ours, theirs).counts.same == 1


def test_of_two_values_the_later_survey_is_named(siti: Acting) -> None:
    told = side_by_side(siti, [line()], [line(roof="DAUN", surveyed="12/06/2025")])

    (couple,) = told.different
    assert couple.newer == "theirs"
    assert [(each.field, each.ours, each.theirs) for each in couple.different] == [("roof_material", "Seng", "Daun")]


def test_the_register_and_the_list_that_filled_it_differ_only_by_what_went_back(siti: Acting) -> None:
    content = written(ertlh.make(region="61.05", rows=120, seed=9))
    batch = commands.open_batch(siti, "daftar.xlsx", content)
    commands.run_batch(batch.id, pause_s=0)

    told = commands.compare(siti, REGISTER, Chosen(SideKind.BATCH, batch=batch.id))

    assert (told.counts.only_ours, told.counts.different, told.counts.maybe) == (0, 0, 0)
    assert {each.reason for each in told.theirs.only} <= {"goes_back"}
    assert told.counts.both == told.counts.families_ours


def test_headings_that_nobody_knows_are_refused_with_the_way_out(siti: Acting) -> None:
    strange = (
        "Nomor Kependudukan,Nama Pemohon,Rayon,Kelurahan,Kec\n"
        f"{NIK},Siti Tembawang,3,Ladang,Sintang\n6105010101700002,Yohan,2,Ladang,Sintang\n"
    ).encode()

    with pytest.raises(Malformed) as refused:
        commands.compare(siti, file(strange, "usulan.csv"), file(xlsx([line()])))

    assert refused.value.code == "needs_mapping_first"


def test_headings_that_the_office_explained_once_are_read(siti: Acting) -> None:
    headings = "Nomor Kependudukan,Nama Pemohon,Rayon,Kelurahan,Kec"
    strange = f"{headings}\n{NIK},Siti Tembawang,3,Ladang,Sintang\n".encode()
    said = {"Nomor Kependudukan": "nik", "Nama Pemohon": "name", "Kelurahan": "village_name", "Kec": "district_name"}
    commands.open_batch(siti, "usulan.csv", strange, columns=said)

    told = commands.compare(siti, file(strange, "usulan.csv"), file(xlsx([line(name="Siti Tembawang", nik=NIK)])))

    assert told.counts.both == 1


def test_a_row_that_fits_two_families_of_its_list_is_neither(siti: Acting) -> None:
    two = [line(), line(nik="6105014508910002")]

    told = side_by_side(siti, [*two, line(nik=None)], two)

    assert (told.counts.families_ours, told.counts.both) == (3, 2)
    assert [each.reason for each in told.ours.only] == ["likely_double"]


def test_a_list_is_not_compared_with_itself(siti: Acting) -> None:
    with pytest.raises(Refusal, match="daftar yang sama"):
        commands.compare(siti, REGISTER, REGISTER)


def test_another_office_cannot_open_a_list(siti: Acting) -> None:
    batch = commands.open_batch(siti, "daftar.xlsx", xlsx([line()]))
    elsewhere = replace(siti, agency_id=UUID(int=5))

    with pytest.raises(NotAllowed, match="kantor lain"):
        commands.compare(elsewhere, REGISTER, Chosen(SideKind.BATCH, batch=batch.id))


def test_the_workbook_holds_no_number_and_runs_nothing(siti: Acting) -> None:
    evil = "=HYPERLINK(1)"
    ours = csv_text([line(), line(name="Lena", nik="", address=evil)]).encode()
    told = commands.compare(siti, file(ours, "kita.csv"), file(xlsx([line(roof="DAUN")])))

    book = load_workbook(io.BytesIO(comparison_workbook.write(told)))

    assert book.sheetnames == [
        *("Ringkasan", "Per wilayah", "Per isian", "Hanya di A", "Hanya di B"),
        *("Berbeda", "Mungkin sama", "Ganda", "Tidak terbaca"),
    ]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    assert evil in [cell.value for cell in cells]
    assert not any(re.search(r"\d{16}", str(cell.value)) for cell in cells)
    assert all(sheet.freeze_panes == "A2" and sheet.auto_filter.ref for sheet in book)


def test_a_page_s_comparison_is_worked_kept_sealed_and_cleared(siti: Acting) -> None:
    asked = commands.begin_comparison(siti, file(xlsx([line()])), file(xlsx([line(roof="DAUN")]), THEIRS))
    commands.run_comparison(asked)

    view = comparisons.comparison(siti, asked)
    assert view.counts is not None
    assert (view.state, view.theirs.label, view.counts.different) == ("done", THEIRS, 1)
    assert comparisons.result(siti, asked).different[0].ours.name == "Siti Tembawang"
    left = [path.read_bytes() for path in environment.uploads_dir().glob(f"{asked}*")]
    assert len(left) == 1
    assert b"Tembawang" not in left[0]

    Comparison.objects.update(created_at=timezone.now() - timedelta(days=31))
    assert commands.purge_comparisons() == 1
    assert not list(environment.uploads_dir().glob(f"{asked}*"))
    with pytest.raises(Refusal, match="30 hari"):
        comparisons.result(siti, asked)


def test_a_comparison_is_of_one_office(siti: Acting) -> None:
    asked = commands.begin_comparison(siti, REGISTER, file(xlsx([line()])))

    for other in (replace(siti, agency_id=asked), replace(siti, region_code="61.07")):
        with pytest.raises(Refusal, match="tidak ada di kantor Anda"):
            comparisons.comparison(other, asked)


def test_no_number_rests_in_what_is_told(siti: Acting) -> None:
    told = side_by_side(siti, [line(), line(name="Yohan", nik=f"{NIK}9")], [line(roof="DAUN")])

    assert NIK not in repr(told)


def test_a_full_disk_is_said_and_nothing_is_kept(siti: Acting, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = commands.begin_comparison(siti, REGISTER, file(xlsx([line()])))

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(environment, "write_private", full)
    with pytest.raises(Refusal, match="penuh"):
        commands.run_comparison(asked)

    view = comparisons.comparison(siti, asked)
    assert (view.state, view.has_result) == ("failed", False)
    assert not list(environment.uploads_dir().glob(f"{asked}*"))


def test_a_family_of_the_register_that_was_helped_before_is_told_so(siti: Acting) -> None:
    batch = commands.open_batch(siti, "daftar.xlsx", xlsx([line(), line(name="Lena", nik="6105014508900003")]))
    commands.run_batch(batch.id, pause_s=0)
    lena = BatchRow.objects.get(batch=batch.id, row=3).family_id
    assert lena is not None
    register.add_aid(siti, family=lena, values={"programme": "BSPS", "year": "2024"}, observed=None)

    told = commands.compare(siti, REGISTER, file(xlsx([line()])))

    assert [(each.family.name, each.family.family, each.reason) for each in told.ours.only] == [("Lena", lena, "aided")]
