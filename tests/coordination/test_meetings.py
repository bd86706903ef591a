"""How does a meeting come on record, from a file or by hand, and who sees and changes it?"""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from betang.coordination import commands, queries, samples
from betang.coordination.domain.commitments import State
from betang.coordination.formats import meeting_file, yaml_lines
from betang.coordination.models import Meeting
from betang.journal.models import CommitRow
from betang.kernel.errors import Conflict, Malformed, NotAllowed, Refusal
from betang.organisation import commands as organisation
from betang.register.domain.parsing import FieldsRefused
from tests.coordination.cast import KALBAR, NANGA_BUGAU, SINTANG, TODAY, YESTERDAY, Cast
from tests.coordination.papers import meeting_of_12_june

HEAD = "judul: Rapat\nwilayah: '61.05'\ntanggal: 2025-06-12\n"
LATER = TODAY + timedelta(days=3)


# ---------------------------------------------------------------- from a file


def test_the_meeting_of_12_june_comes_from_its_file_and_is_printed_as_it_was(cast: Cast) -> None:
    made = commands.import_meeting(cast.yosef, samples.content())

    told = queries.paper(cast.yosef, made)
    expected = meeting_of_12_june()
    for name in expected.__slots__:
        if name not in ("printed_on", "obstacles", "course", "significance", "purpose", "agenda", "outcomes"):
            assert getattr(told, name) == getattr(expected, name), name
    assert [each.speaker for each in told.agenda] == [each.speaker for each in expected.agenda]
    assert [each.text for each in told.obstacles] == [each.text for each in expected.obstacles]
    assert told.purpose == " ".join(expected.purpose.split())


def test_eight_kabupaten_came_with_four_offices_each_and_one_speaker_online(cast: Cast) -> None:
    made = commands.import_meeting(cast.yosef, samples.content())

    table = queries.meeting(cast.yosef, made).table

    assert (len(table.rows), table.offices, table.online) == (8, 32, 1)
    assert {counts for _, _, counts in table.rows} == {(1, 1, 1, 1)}
    assert len(table.others) == 4


def test_the_same_file_again_changes_nothing(cast: Cast) -> None:
    made = commands.import_meeting(cast.yosef, samples.content())
    before = CommitRow.objects.count()

    assert commands.import_meeting(cast.yosef, samples.content()) == made
    assert CommitRow.objects.count() == before


def test_a_corrected_file_changes_what_it_says_otherwise_and_leaves_the_rest(cast: Cast) -> None:
    made = commands.import_meeting(cast.yosef, samples.content())
    corrected = samples.content().replace(b"ruang: Ruang Tengkawang", b"ruang: Ruang Lain")
    corrected = corrected.replace(b"judul: Diskusi terbuka pada akhir sesi", b"judul: Diskusi penutup")

    commands.import_meeting(cast.yosef, corrected)

    told = queries.meeting(cast.yosef, made)
    assert (told.room, told.agenda[-1].title) == ("Ruang Lain", "Diskusi penutup")
    assert (len(told.agenda), len(told.attendance)) == (5, 36)


def test_a_meeting_that_another_office_wrote_down_is_not_written_down_twice(cast: Cast) -> None:
    commands.import_meeting(cast.yosef, samples.content())

    with pytest.raises(Malformed) as refused:
        commands.import_meeting(cast.bertus, samples.content())
    assert refused.value.code == "meeting_known"
    assert Meeting.objects.count() == 1


def test_obstacles_and_promises_of_a_file_are_on_the_board(cast: Cast) -> None:
    made = commands.import_meeting(
        cast.maria,
        (
            HEAD + "kendala:\n  - {topik: DATA, isi: Data lama, saringan: 'kondisi=5', tingkat: KABUPATEN}\n"
            "komitmen:\n  - isi: Didata\n    tenggat: 15 Juli 2025\n    ukuran: KELUARGA DIDATA\n"
            "    sejak: 2025-06-01\n    paling_sedikit: 486\n    penanggung_jawab: DPMD Kabupaten Sintang\n"
        ).encode(),
    )

    told = queries.meeting(cast.maria, made)
    assert [(each.topic, each.level, each.meeting) for each in told.obstacles] == [("DATA", "KABUPATEN", "Rapat")]
    (promised,) = told.commitments
    assert (promised.threshold, promised.state, promised.responsible) == (486, State.UNKNOWN, "DPMD Kabupaten Sintang")
    assert promised.days_late > 0


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: &x [1]\nb: *x\n", "yaml_alias", 1),
        ("judul: x\nb: *x\n", "yaml_alias", 2),
        ("judul: !!python/object:os.system x\n", "yaml_tag", 1),
        ("judul: x\njudul: y\n", "key_said_twice", 2),
        (HEAD + "warna: merah\n", "unknown_key", 4),
        (HEAD + "acara:\n  - judul: A\n  - judul: B\n    warna: merah\n", "unknown_key", 7),
        ("judul: Rapat\nwilayah: '61.05'\n", "missing_key", 1),
        (HEAD + "acara: bukan daftar\n", "wrong_shape", 4),
        (HEAD + "ruang: [a]\n", "wrong_shape", 4),
        ("- judul\n", "wrong_shape", 1),
        ("judul: 'tidak ditutup\n", "not_yaml", 2),
        ("judul: x\n---\njudul: y\n", "two_documents", 2),
        ("", "empty_file", 1),
        ("[[[[[[[[1]]]]]]]]", "too_deep", 1),
        ("? [a, b]\n: c\n", "key_is_no_word", 1),
        (HEAD + "acara:\n  - judul: A\n    jenis: PESTA\n", "not_a_choice", 5),
        (HEAD + "hasil:\n  - isi: A\n", "unanswered", 5),
        (HEAD + "kendala:\n  - {topik: DATA, isi: A, saringan: 'kondisi=9'}\n", "filter_unreadable", 5),
        (HEAD + "komitmen:\n  - {isi: A, tenggat: 2025-06-01}\n", "dates_out_of_order", 5),
        (HEAD + "undangan:\n  - {instansi: A, wilayah: '61.99'}\n", "unknown_region_code", 5),
        (HEAD.replace("2025-06-12", "kemarin"), "not_a_date", 1),
    ],
)
def test_a_file_that_cannot_be_read_says_on_which_line_and_leaves_nothing(
    cast: Cast, text: str, code: str, line: int
) -> None:
    with pytest.raises(Malformed) as refused:
        commands.import_meeting(cast.maria, text.encode())

    assert (refused.value.code, refused.value.params["line"]) == (code, line)
    assert Meeting.objects.count() == 0


def test_a_file_of_laughs_a_large_one_and_one_of_no_text_are_refused_at_once() -> None:
    laughs = "a: &a [x,x]\n" + "".join(f"{name}: &{name} [*a,*a]\n" for name in "bcdefghi")
    for content, code in (
        (laughs.encode(), "yaml_alias"),
        (b"judul: " + b"x" * yaml_lines.MOST_BYTES, "too_large"),
        (b"judul: \xff\xfe", "not_utf8"),
        (b"[" * 100, "too_deep"),
    ):
        with pytest.raises(Malformed) as refused:
            meeting_file.read(content)
        assert refused.value.code == code


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80) | st.text("judl:- '\n&*![]{}?|>", max_size=80))
def test_whatever_is_in_a_file_it_is_read_or_refused_in_words(text: str) -> None:
    try:
        meeting_file.read(text.encode("utf-8", "surrogatepass"))
    except Malformed as refused:
        assert str(refused)


PEOPLE = st.lists(
    st.fixed_dictionaries(
        {"instansi": st.sampled_from(["DPMD Kabupaten Sintang", "Kecamatan", "61.10", "null tidak"])},
        optional={"nama": st.sampled_from(["A", "B, S.T.", "C: D"]), "cara": st.sampled_from(["RUANG", "online"])},
    ),
    max_size=4,
)
SAID = st.lists(
    st.fixed_dictionaries({"jenis": st.just("KEPUTUSAN"), "isi": st.sampled_from(["Sepakat", "Ya"])}), max_size=3
)
RAISED = st.lists(
    st.fixed_dictionaries({"topik": st.just("DATA"), "isi": st.sampled_from(["Lama", "Beda"])}), max_size=3
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(hadir=PEOPLE, hasil=SAID, kendala=RAISED, title=st.uuids())
def test_whatever_meeting_is_imported_a_second_time_changes_nothing(
    cast: Cast, hadir: object, hasil: object, kendala: object, title: UUID
) -> None:
    told = {"judul": f"Rapat {title}", "wilayah": SINTANG, "tanggal": "2025-06-12"}
    content = msgspec.yaml.encode({**told, "hadir": hadir, "hasil": hasil, "kendala": kendala})

    made = commands.import_meeting(cast.maria, content)
    before = CommitRow.objects.count()

    assert commands.import_meeting(cast.maria, content) == made
    assert CommitRow.objects.count() == before


# ---------------------------------------------------------------- by hand


def test_a_meeting_is_called_and_its_parts_come_to_it(cast: Cast) -> None:
    made = commands.call_meeting(
        cast.maria, {"title": "Rapat kecamatan", "region_code": SINTANG, "held_date": YESTERDAY, "room": ""}
    )
    commands.add_agenda(cast.maria, made, {"title": "Paparan", "item": "PAPARAN"}, file=("a.pdf", b"%PDF-1.4 x"))
    commands.invite(cast.maria, made, {"invited": "dpmptsp kabupaten sintang", "region_code": SINTANG})
    commands.attend(cast.maria, made, {"name": "Rekaan", "office": "Bapenda Kabupaten Sintang", "mode": "DARING"})
    outcome = commands.add_outcome(cast.maria, made, {"outcome": "Keputusan", "text": "Sepakat"})

    told = queries.meeting(cast.dewi, made)
    assert (told.state, told.agenda[0].file_name, told.agenda[0].is_here) == ("SELESAI", "a.pdf", True)
    assert (told.invited[0].invited_id, told.attendance[0].kind) == (cast.dewi.agency_id, "revenue")
    assert (told.may_change, queries.meeting(cast.hendra, made).may_change) == (False, True)
    assert queries.meeting_file(cast.dewi, told.agenda[0].id).content == b"%PDF-1.4 x"
    assert commands.remove(cast.maria, outcome) == made
    assert queries.meeting(cast.maria, made).outcomes == ()


def test_a_form_that_is_stale_does_not_overwrite(cast: Cast) -> None:
    made = commands.call_meeting(cast.maria, {"title": "Rapat", "region_code": SINTANG, "held_date": YESTERDAY})
    old = queries.meeting(cast.maria, made).seen
    commands.change_meeting(cast.maria, made, {"title": "Rapat pertama"}, seen=old)

    with pytest.raises(Conflict):
        commands.change_meeting(cast.hendra, made, {"title": "Rapat kedua"}, seen=old)
    assert queries.meeting(cast.maria, made).title == "Rapat pertama"


def test_nobody_comes_before_the_day_and_abolished_offices_are_not_asked(cast: Cast) -> None:
    made = commands.call_meeting(cast.maria, {"title": "Rapat", "region_code": SINTANG, "held_date": LATER})
    organisation.abolish_agency("Bapenda Kabupaten Sintang", on=TODAY)

    assert queries.meeting(cast.maria, made).state == "DIRENCANAKAN"
    with pytest.raises(Refusal):
        commands.attend(cast.maria, made, {"office": "DPMD Kabupaten Sintang"})
    with pytest.raises(FieldsRefused):
        commands.invite(cast.maria, made, {"invited": "Bapenda Kabupaten Sintang"})


def test_a_meeting_is_seen_by_its_region_and_by_who_was_asked_and_by_nobody_else(cast: Cast) -> None:
    made = commands.call_meeting(cast.yosef, {"title": "Rapat", "region_code": KALBAR, "held_date": YESTERDAY})
    with pytest.raises(Refusal) as refused:
        queries.meeting(cast.maria, made)
    assert refused.value.code == "not_found"

    commands.invite(cast.yosef, made, {"invited": cast.maria.agency})

    assert queries.meeting(cast.maria, made).title == "Rapat"
    assert [each.id for each in queries.meetings(cast.maria)] == [made]
    assert queries.meetings(cast.budi) == []
    for role in (cast.siti,):
        with pytest.raises(NotAllowed):
            queries.meetings(role)


def test_only_the_office_that_wrote_a_meeting_down_changes_it(cast: Cast) -> None:
    made = commands.call_meeting(cast.yosef, {"title": "Rapat", "region_code": KALBAR, "held_date": YESTERDAY})
    part = commands.add_outcome(cast.yosef, made, {"outcome": "KEPUTUSAN", "text": "Sepakat"})
    commands.invite(cast.yosef, made, {"invited": cast.maria.agency})

    for deed in (
        lambda: commands.change_meeting(cast.maria, made, {"title": "Lain"}),
        lambda: commands.change_meeting(cast.ria, made, {"title": "Lain"}),
        lambda: commands.add_agenda(cast.maria, made, {"title": "x"}),
        lambda: commands.attend(cast.bertus, made, {"office": "x"}),
        lambda: commands.remove(cast.maria, part),
        lambda: commands.call_meeting(cast.maria, {"title": "x", "region_code": KALBAR, "held_date": TODAY}),
    ):
        with pytest.raises(NotAllowed):
            deed()
    for missing in (
        lambda: commands.remove(cast.budi, part),
        lambda: commands.add_outcome(cast.budi, made, {"outcome": "KEPUTUSAN", "text": "x"}),
        lambda: queries.meeting_file(cast.budi, part),
        lambda: queries.paper(cast.budi, made),
    ):
        with pytest.raises(Refusal) as refused:
            missing()
        assert refused.value.code == "not_found"


def test_meetings_are_found_by_their_words(cast: Cast) -> None:
    made = commands.import_meeting(cast.yosef, samples.content())

    assert [each.id for each in queries.find_meetings(cast.yosef, "tengkawang percepatan")] == [made]
    assert queries.find_meetings(cast.yosef, "tengkawang kelapa") == []
    assert queries.find_meetings(cast.siti, "tengkawang") == []


def test_the_sample_lies_beside_the_program() -> None:
    assert Path(samples.__file__).parent.joinpath("rapat-2025-06-12.yaml").exists()
    assert NANGA_BUGAU.startswith(SINTANG)
