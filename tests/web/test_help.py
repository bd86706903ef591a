"""Does the help answer whoever asks, with pictures that are there and are described?"""

from pathlib import Path

import pytest
from django.test import Client

from betang.web.help.topics import TOPICS, Topic

PICTURES = Path(__file__).parents[2] / "src" / "betang" / "web" / "static" / "betang" / "bantuan"
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.slug)
def test_every_topic_opens_without_signing_in(topic: Topic) -> None:
    page = Client().get(f"/bantuan/{topic.slug}/")

    assert page.status_code == 200
    assert str(topic.question) in page.content.decode()


def test_the_first_page_leads_to_every_topic() -> None:
    page = Client().get("/bantuan/").content.decode()

    assert all(f"/bantuan/{topic.slug}/" in page for topic in TOPICS)


def test_every_picture_is_there_and_described_and_none_lies_about_unused() -> None:
    steps = [step for topic in TOPICS for step in topic.steps if step.picture]

    assert all(step.shows for step in steps)
    assert {step.picture for step in steps} == {path.name for path in PICTURES.glob("*.png")}


def test_a_topic_that_is_not_there_is_not_found() -> None:
    assert Client().get("/bantuan/lain/").status_code == 404
