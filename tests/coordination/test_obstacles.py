"""What stands in the way, how many families are behind it, and who sends it where?"""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from betang.coordination import commands, queries
from betang.coordination.domain import obstacles as rules
from betang.coordination.domain.codes import LEVEL
from betang.coordination.models import Obstacle
from betang.kernel.errors import NotAllowed, Refusal
from betang.register.domain.parsing import FieldsRefused
from betang.register.queries import saved
from betang.register.queries.searching import fitting
from tests.coordination import cast as play
from tests.coordination.cast import KETUNGAU, SENANING, SINTANG, TODAY, YESTERDAY, Cast

SOON = TODAY + timedelta(days=14)


@given(level=st.sampled_from(LEVEL.codes), late=st.booleans(), answered=st.booleans(), solved=st.booleans())
def test_the_next_level_is_suggested_only_for_what_is_late_and_unanswered(
    level: str, late: bool, answered: bool, solved: bool
) -> None:
    told = rules.suggested_level(
        level,
        state=rules.SOLVED if solved else rules.OPEN,
        due=YESTERDAY if late else TODAY,
        sent=None,
        answered=YESTERDAY if answered else None,
        today=TODAY,
    )

    assert told == (rules.next_level(level) if late and not answered and not solved else None)


def test_an_obstacle_tells_how_many_families_stand_behind_it_today(cast: Cast) -> None:
    play.assess("Yakobus", "Lusia", by=cast.maria, on=YESTERDAY)
    play.assess("Hasanah", by=cast.maria, on=YESTERDAY, village=SENANING, batch=10)
    made = play.obstacle(cast.maria, filter=f"wilayah={SENANING}&kondisi=5")
    assert queries.obstacle(cast.maria, made).families == 1

    play.assess("Ahmad", by=cast.maria, on=TODAY, village=SENANING, batch=11)

    told = queries.obstacle(cast.maria, made)
    assert (told.families, told.reason) == (2, "")
    assert told.filter_said == "Senaning, Ketungau Hulu, Sintang; Tidak layak"


def test_without_a_filter_there_is_no_figure_and_without_a_list_it_is_unknown(cast: Cast) -> None:
    plain = play.obstacle(cast.maria)
    filtered = play.obstacle(cast.maria, filter=f"wilayah={KETUNGAU}")

    assert queries.obstacle(cast.maria, plain).unknown is None
    told = queries.obstacle(cast.maria, filtered)
    assert told.families is None
    assert "Belum ada satu pun keluarga" in told.reason


@pytest.mark.parametrize("text", ["kondisi=5", "rumah=ada", "umur=under_6", f"wilayah={SENANING}&umur=under_6", ""])
def test_a_kept_filter_counts_what_the_list_shows(cast: Cast, text: str) -> None:
    play.assess("Yakobus", by=cast.maria, on=YESTERDAY)
    play.assess("Hasanah", by=cast.maria, on=YESTERDAY, village=SENANING, batch=10)
    filters = saved.read_filter(text)

    assert (
        saved.count(cast.maria, filters) == saved.count_within(SINTANG, filters) == fitting(cast.maria, filters).total
    )


@pytest.mark.parametrize("text", ["q=Yakobus", "nomor=abc", "kondisi=5&q=6105081208710003"])
def test_a_filter_with_a_name_or_a_number_is_refused_and_not_said_again(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        saved.read_filter(text)
    assert refused.value.code == "filter_personal"
    assert "Yakobus" not in str(refused.value)


def test_what_a_filter_cannot_mean_is_named_without_a_long_number() -> None:
    with pytest.raises(Refusal) as refused:
        saved.read_filter("wilayah=6105081208710003")
    assert (refused.value.code, refused.value.params["part"]) == ("filter_unreadable", "wilayah=…")


def test_an_obstacle_goes_up_level_by_level_sent_by_heads_of_office(cast: Cast) -> None:
    made = play.obstacle(cast.maria, due_date=TODAY)
    assert queries.obstacle(cast.maria, made).responsible == "Disperakim Kabupaten Sintang"
    Obstacle.objects.filter(pk=made).update(due_date=YESTERDAY)
    told = queries.obstacle(cast.hendra, made)
    assert (told.level, told.suggested_level, told.days_late, told.may_send_up) == ("KABUPATEN", "PROVINSI", 1, True)

    commands.send_up(cast.hendra, made, to="PROVINSI", due_date=SOON)
    told = queries.obstacle(cast.maria, made)
    assert (told.level, told.due_date, told.sent_date, told.suggested_level) == ("PROVINSI", SOON, TODAY, None)
    assert told.responsible == "Dinas Perkim Provinsi Kalimantan Barat"
    assert [each.id for each in queries.due_from(cast.yosef)] == [made]

    commands.send_up(cast.head_of_province, made, to="BALAI", due_date=SOON)
    commands.send_up(cast.bertus, made, to="KEMENTERIAN", due_date=SOON)
    told = queries.obstacle(cast.hilda, made)
    assert (told.level, told.next_level, told.may_send_up) == ("KEMENTERIAN", None, False)
    with pytest.raises(Refusal) as refused:
        commands.send_up(cast.hilda, made, to="KEMENTERIAN", due_date=SOON)
    assert refused.value.code == "past_the_top"


def test_only_the_head_of_an_office_sends_up_and_only_to_the_next_level(cast: Cast) -> None:
    made = play.obstacle(cast.maria)

    for other in (cast.maria, cast.rudi, cast.yosef):
        with pytest.raises(NotAllowed):
            commands.send_up(other, made, to="PROVINSI", due_date=SOON)
    for level in ("BALAI", "KEMENTERIAN", "KABUPATEN", "", "PRESIDEN"):
        with pytest.raises(Refusal) as refused:
            commands.send_up(cast.hendra, made, to=level, due_date=SOON)
        assert refused.value.code == "not_the_next_level"
    for day in (None, YESTERDAY):
        with pytest.raises(FieldsRefused):
            commands.send_up(cast.hendra, made, to="PROVINSI", due_date=day)


def test_an_answer_takes_it_off_the_answering_office_and_a_closed_one_is_closed(cast: Cast) -> None:
    made = play.obstacle(cast.maria, responsible="DPMPTSP Kabupaten Sintang", due_date=TODAY)
    assert [(each.kind, each.id) for each in queries.due_from(cast.dewi)] == [("obstacle", made)]

    with pytest.raises(NotAllowed):
        commands.answer_obstacle(cast.maria, made, answer="Bukan saya yang ditanya")

    commands.answer_obstacle(cast.dewi, made, answer="Perbup terbit bulan depan")

    told = queries.obstacle(cast.maria, made)
    assert (told.state, told.answer, told.is_answered) == ("DITANGANI", "Perbup terbit bulan depan", True)
    assert queries.due_from(cast.dewi) == []
    commands.close_obstacle(cast.maria, made)
    assert queries.obstacle(cast.maria, made).state == "SELESAI"
    with pytest.raises(Refusal) as refused:
        commands.answer_obstacle(cast.dewi, made, answer="Lagi")
    assert refused.value.code == "already_closed"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"raised_date": TODAY + timedelta(days=1)}, "raised_date"),
        ({"due_date": YESTERDAY}, "due_date"),
        ({"topic": ""}, "topic"),
        ({"text": "  "}, "text"),
        ({"region_code": "61.99"}, "region_code"),
        ({"filter": "kondisi=9"}, "filter"),
        ({"level": "PRESIDEN"}, "level"),
        ({"state": "SELESAI"}, "state"),
        ({"evidence_file": "ab"}, "evidence_file"),
    ],
)
def test_an_obstacle_that_cannot_be_so_is_refused_beside_its_field(
    cast: Cast, said: dict[str, object], field: str
) -> None:
    with pytest.raises(FieldsRefused) as refused:
        play.obstacle(cast.maria, **said)
    assert field in refused.value.refusals


def test_an_obstacle_of_another_region_or_for_another_role_is_not_there(cast: Cast) -> None:
    made = play.obstacle(cast.maria)

    assert queries.obstacles(cast.budi) == []
    for deed in (
        lambda: queries.obstacle(cast.budi, made),
        lambda: queries.obstacles(cast.budi, SINTANG),
        lambda: queries.meeting_file(cast.budi, made),
        lambda: commands.answer_obstacle(cast.budi, made, answer="x"),
        lambda: commands.close_obstacle(cast.budi, made),
        lambda: commands.send_up(replace(cast.budi, role="head_of_office"), made, to="PROVINSI", due_date=SOON),
    ):
        with pytest.raises(Refusal) as refused:
            deed()
        assert refused.value.code == "not_found"
    with pytest.raises(NotAllowed):
        queries.obstacle(cast.siti, made)
    with pytest.raises(NotAllowed):
        play.obstacle(cast.rudi)
    with pytest.raises(NotAllowed):
        play.obstacle(cast.budi)


def test_evidence_comes_as_a_file_that_whoever_sees_the_obstacle_reads(cast: Cast) -> None:
    made = commands.raise_obstacle(
        cast.maria,
        {"topic": "LAHAN", "text": "Sengketa", "region_code": SINTANG},
        file=("../surat.pdf", b"%PDF-1.4 rekaan"),
    )

    told = queries.obstacle(cast.dewi, made)
    assert (told.evidence_file_name, told.evidence_is_here) == ("surat.pdf", True)
    assert queries.meeting_file(cast.dewi, made).media_type == "application/pdf"
