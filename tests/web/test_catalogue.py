"""Does every sentence of every page have its English, and does the compiled catalogue say the same?"""

import re

import polib
import pytest
from django.utils import translation
from django.utils.translation import gettext, ngettext

from tests.web import messages

UPDATE = "run: PYTHONPATH=src python -m tests.web.messages --update, then write the English"
_NAMED = re.compile(r"%\((\w+)\)[sd]|%s")


@pytest.fixture(scope="module")
def said() -> dict[str, messages.Message]:
    return messages.collected()


@pytest.fixture(scope="module")
def english() -> dict[str, polib.POEntry]:
    return {entry.msgid: entry for entry in messages.catalogue()}


def test_every_sentence_of_a_page_has_its_english(
    said: dict[str, messages.Message], english: dict[str, polib.POEntry]
) -> None:
    without = [f"{each.place}: {text}" for text, each in said.items() if not _is_translated(each, english.get(text))]

    assert not without, "\n".join([UPDATE, *without])


def _is_translated(said: messages.Message, entry: polib.POEntry | None) -> bool:
    return entry is not None and entry.translated() and bool(said.plural) == bool(entry.msgid_plural)


def test_no_english_is_left_of_a_sentence_that_is_gone(
    said: dict[str, messages.Message], english: dict[str, polib.POEntry]
) -> None:
    assert english.keys() - said.keys() == set(), UPDATE


def test_the_compiled_catalogue_says_what_people_edit(english: dict[str, polib.POEntry]) -> None:
    compiled = {entry.msgid: (entry.msgstr, entry.msgstr_plural) for entry in polib.mofile(str(messages.COMPILED))}

    assert compiled == {text: (entry.msgstr, entry.msgstr_plural) for text, entry in english.items()}, UPDATE


def test_the_english_names_the_same_parts(english: dict[str, polib.POEntry]) -> None:
    for text, entry in english.items():
        for translated in entry.msgstr_plural.values() or [entry.msgstr]:
            assert set(_NAMED.findall(translated)) == set(_NAMED.findall(text)), text


def test_what_is_collected_is_more_than_the_templates(said: dict[str, messages.Message]) -> None:
    """A sentence of each kind of place: template, several, Python, refusal, table of fields, of codes, of findings."""
    for text in (
        "Masuk ke Betang",
        "%(n)s pengguna di wilayah Anda",
        "hari ini",
        "Tidak ada isian yang berubah, jadi tidak ada yang disimpan.",
        "Bahan atap",
        "Tidak layak",
        "Huruf O dibaca sebagai angka 0.",
    ):
        assert text in said


def test_bahasa_knows_one_form_and_english_two() -> None:
    both = ("%(n)d minggu lalu", "%(n)d minggu lalu")

    with translation.override("id"):
        assert [ngettext(*both, n) % {"n": n} for n in (1, 2)] == ["1 minggu lalu", "2 minggu lalu"]
    with translation.override("en"):
        assert [ngettext(*both, n) % {"n": n} for n in (1, 2)] == ["1 week ago", "2 weeks ago"]
        assert gettext("Kata sandi") == "Password"
