"""Is there a word on a page that no translator ever sees?"""

import re
from pathlib import Path

import pytest

TEMPLATES = sorted((Path(__file__).parents[2] / "src" / "betang" / "web" / "templates").rglob("*.html"))
SAID_ALIKE = frozenset({"Bahasa", "Betang", "English", "KK", "NIK", "xlsx"})

TRANSLATED = re.compile(r"\{% blocktrans.*?\{% endblocktrans.*?%\}", re.S)
MACHINERY = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.S)
TAG = re.compile(r"<[^>]*>|&\w+;")
SPOKEN = re.compile(r'\s(?:aria-label|alt|title|placeholder|data-label)="([^"]*)"')
WORD = re.compile(r"[^\W\d_]{2,}")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_word_of_a_template_passes_a_translator(template: Path) -> None:
    text = MACHINERY.sub(" ", TRANSLATED.sub("", template.read_text("utf-8")))
    if "<" not in text:
        return  # a piece of attributes

    words = {word for said in (TAG.sub(" ", text), *SPOKEN.findall(text)) for word in WORD.findall(said)}

    assert words <= SAID_ALIKE
