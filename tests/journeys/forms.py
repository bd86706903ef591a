"""What would a browser send for a form of a page, if nothing on it were touched?"""

from dataclasses import dataclass, field
from html.parser import HTMLParser

Attributes = list[tuple[str, str | None]]


@dataclass
class PageForm:
    """A form with the answers that stand in it."""

    action: str
    answers: dict[str, list[str]] = field(default_factory=dict)
    offered: dict[str, list[str]] = field(default_factory=dict)

    def filled(self, **changes: str) -> dict[str, object]:
        """All of its answers, some of them changed."""
        return {**self.answers, **changes}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self.choice = self.text = ""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(PageForm(given.get("action", "")))
        elif tag == "select":
            self.choice = given["name"]
        elif tag == "option":
            self._option(given)
        elif tag == "textarea":
            self.text = given["name"]
            self._answer(self.text, "")
        elif tag == "input" and self.forms and "name" in given:
            self._input(given)

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.choice = ""
        if tag == "textarea":
            self.text = ""

    def handle_data(self, data: str) -> None:
        if self.text:
            self.forms[-1].answers[self.text] = [data]

    def _option(self, given: dict[str, str]) -> None:
        """The first is chosen until another says it is."""
        answers = self.forms[-1].answers
        if "selected" in given or self.choice not in answers:
            answers[self.choice] = [given["value"]]

    def _input(self, given: dict[str, str]) -> None:
        if given.get("type") in ("radio", "checkbox"):
            self.forms[-1].offered.setdefault(given["name"], []).append(given["value"])
            if "checked" not in given:
                return
        self._answer(given["name"], given.get("value", ""))

    def _answer(self, name: str, value: str) -> None:
        self.forms[-1].answers.setdefault(name, []).append(value)


def form_of(page: str, action: str, **answer: str) -> PageForm:
    """The form with this action; of several, the one with this answer in it."""
    reader = _Reader()
    reader.feed(page)
    wanted = [form for form in reader.forms if form.action == action]
    return next(form for form in wanted if all(form.answers.get(name) == [value] for name, value in answer.items()))
