"""How is a table of addresses and people read, and asked of the pages line by line?

A line is a method, an address and a code for each person. An address whose answer depends on what it names has a line
for each: `delivery:home/pbg` is `delivery:home` with other arguments.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.journeys import cast
from tests.journeys.cast import at_work

_COOKIE = settings.SESSION_COOKIE_NAME
Named = Mapping[str, object]
Line = tuple[str, str]  # method and address
Answers = Mapping[str, int]  # by person


@dataclass(frozen=True)
class Site:
    """What addresses name and forms say, by the address of the line, and the session of each person."""

    arguments: Mapping[str, Named]
    forms: Mapping[str, Named]
    sessions: Mapping[str, str]
    client: Client = field(default_factory=Client)


def read(table: str) -> dict[Line, Answers]:
    """The lines of a table, by method and address."""
    _head, *lines = [line.split() for line in table.strip().splitlines()]
    columns = columns_of(table)
    return {(method, name): dict(zip(columns, map(int, codes), strict=True)) for method, name, *codes in lines}


def columns_of(table: str) -> list[str]:
    """Who is in a table; a column is headed by the first three letters of a name."""
    names = {person.name[:3]: person.name for person in (cast.NOBODY, *cast.PEOPLE)}
    return [names.get(head, head) for head in table.split("\n", 2)[1].split()]


def people_asked(answers: Answers) -> list[str]:
    """Everybody; but a method that is not taken is refused before anybody is looked at, so there a few will do."""
    return _FEW if {answers[person] for person in answers if person != "-"} == {405} else list(answers)


_FEW = ["-", cast.NOBODY.name, "maria", "umar"]


def sessions() -> dict[str, str]:
    """Everybody signed in, once for a whole table."""
    people = (cast.NOBODY.name, *(person.name for person in cast.PEOPLE))
    return {name: at_work(name).cookies[_COOKIE].value for name in people}


def every_address() -> set[str]:
    """The names of all addresses there are."""
    return set(_names(get_resolver().url_patterns))


def _names(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from _names(each.url_patterns, f"{each.namespace}:" if each.namespace else space)
        else:
            yield f"{space}{each.name}"


def answer(site: Site, person: str, line: Line) -> HttpResponse:
    """What a person is answered; what it did is taken back, so that the next one meets the same records."""
    with transaction.atomic():
        response = asked(site, person, line)
        transaction.set_rollback(True)
    return response


def asked(site: Site, person: str, line: Line) -> HttpResponse:
    """The same, and it stays."""
    method, name = line
    return send(browser(site, person), method, address(site, name), site.forms.get(name, {}))


def address(site: Site, name: str, **others: object) -> str:
    """Where a line of the table points to; `others` are named instead of what stands there."""
    return reverse(name.partition("/")[0], kwargs={**site.arguments.get(name, {}), **others} or None)


def browser(site: Site, person: str) -> Client:
    """The one browser of the table in somebody's hands; opening one for every line took as long as the answers."""
    site.client.cookies = SimpleCookie({_COOKIE: site.sessions[person]} if person != "-" else {})
    return site.client


def send(client: Client, method: str, where: str, form: Named) -> HttpResponse:
    return client.get(where) if method == "GET" else client.post(where, dict(form))


def of_nothing(site: Site, name: str) -> str:
    """The same address with a record that nobody has made."""
    ids = [each for each, value in site.arguments[name].items() if isinstance(value, UUID)]
    return address(site, name, **{each: uuid4() for each in ids})


def page(site: Site, person: str, method: str, where: str) -> tuple[int, str]:
    """The page without what differs on any two: the address that was typed, the token and the minute."""
    answered = send(browser(site, person), method, where, {})
    text = answered.content.decode().replace(where, "ADDRESS")
    text = re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]+', r"\1", text)
    return answered.status_code, re.sub(r"pukul \d\d\.\d\d", "", text)


def is_strict(answered: HttpResponse) -> None:
    """Every answer, whoever gets it and whatever it says, is kept by nobody and framed by nobody."""
    assert answered.headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert "no-store" in answered.headers["Cache-Control"]
    assert {header: answered.headers[header] for header in _STRICT} == _STRICT


_STRICT = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def printed(line: Line, answered: Mapping[str, int]) -> str:
    """A line as it stands in the table, to be read and put there."""
    method, name = line
    return f"{method:4} {name:30} {' '.join(map(str, answered.values()))}"
