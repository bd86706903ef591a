"""Whoever carries off the database, the uploads and the logs: do they find a NIK, a KK number or a key in it?

A home is filled as people fill it, then all of it but `keys/` is searched for every number of the truth, doubtful ones
too, and for every key, in each form in which a computer writes such a thing.
"""

import base64
import logging
import shutil
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django.plugin import DjangoDbBlocker

from betang import environment
from betang.accounts import commands as accounts
from betang.intake import queries as intake
from betang.intake.samples import ertlh
from betang.intake.samples.ertlh import SampleRow
from betang.intake.samples.places import villages_within
from betang.jobs import commands as jobs
from betang.organisation.models import Region
from betang.register import commands as register
from betang.register import queries as records
from betang.register.commands import FamilyEntry
from tests.intake.sheets import KEYS, csv_text, xlsx
from tests.journeys import cast
from tests.journeys.cast import NANGA_LEBANG, acting
from tests.journeys.forms import form_of

DISTRICT, ROWS = "61.05.19", 60
PASSWORD = "sampan-di-hulu-7"
# By hand: sound ones, and ones of each doubt that a form lets pass. All invented.
NIKS = ("6105194107900011", "610519410790002", "61051941079000333", "6105190000000000", "61O5194107900044")
KKS = ("6105191201100021", "610519120110003", "6105190000000001")
EDITED_NIK, SEARCHED_NIK, MISTYPED_NIK = "6105194107900055", "6105194107900066", "6105194107900077"


@dataclass
class Home:
    """A filled home: every number that went in, and what was said in the log meanwhile."""

    numbers: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    log: list[str] = field(default_factory=list)


class _Listener(logging.Handler):
    """Writes lines as the node's own log does."""

    def __init__(self, log: list[str]) -> None:
        super().__init__(logging.DEBUG)
        self.log = log
        self.setFormatter(next(each.formatter for each in logging.root.handlers if _is_ours(each)))

    def emit(self, record: logging.LogRecord) -> None:
        self.log.append(self.format(record))


def _is_ours(handler: logging.Handler) -> bool:
    return type(handler.formatter).__module__.startswith("betang.")


@pytest.fixture(scope="module")
def home(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Home]:
    """Filled for good, not inside a transaction: only what is committed is in the file."""
    made = Home()
    with django_db_blocker.unblock():
        try:
            with _listening(made.log):
                fill(made)
            yield made
        finally:
            call_command("flush", interactive=False, verbosity=0)
            shutil.rmtree(environment.uploads_dir(), ignore_errors=True)


@contextmanager
def _listening(log: list[str]) -> Iterator[None]:
    """Everything that any part has to say, to the last detail."""
    listener, level = _Listener(log), logging.root.level
    logging.root.addHandler(listener)
    logging.root.setLevel(logging.DEBUG)
    yield
    logging.root.removeHandler(listener)
    logging.root.setLevel(level)


# ------------------------------------------------------------------------------------------------ filling


def fill(home: Home) -> None:
    cast.found()
    _know_villages()
    accounts.set_known_password("maria", PASSWORD)
    client = _signed_in(home)
    _upload(home, client)
    house = _by_hand(home)
    _on_pages(home, client, house)
    _a_job_that_waits(home, client)


def _know_villages() -> None:
    known = set(Region.objects.values_list("code", flat=True))
    Region.objects.bulk_create(
        cast.region(code, f"Desa {code}") for code in villages_within(DISTRICT) if code not in known
    )


def _signed_in(home: Home) -> Client:
    """Somebody types a NIK where their name belongs, then signs in."""
    client = Client()
    home.numbers.add(MISTYPED_NIK)
    client.post(reverse("accounts:sign-in"), {"username": MISTYPED_NIK, "password": PASSWORD})
    client.post(reverse("accounts:sign-in"), {"username": "maria", "password": PASSWORD})
    return client


def _lines(home: Home, *, seed: int) -> list[list[object]]:
    rows = ertlh.make(region=DISTRICT, rows=ROWS, seed=seed)
    for row in rows:
        home.numbers |= _numbers_of(row)
        home.names.add(str(row.cells["name"] or ""))
    return [[row.cells.get(key) for key in KEYS] for row in rows]


def _numbers_of(row: SampleRow) -> set[str]:
    """As written in the cell, and its digits."""
    written = row.cells.get("nik")
    text = str(int(written)) if isinstance(written, float) else str(written or "")
    return {text, "".join(filter(str.isdigit, text))}


def _upload(home: Home, client: Client) -> None:
    content, address = xlsx(_lines(home, seed=1)), reverse("intake:upload")
    client.post(address, {"berkas": SimpleUploadedFile("daftar.xlsx", content), "cara": "coba"})
    client.post(address, {"berkas": SimpleUploadedFile("daftar.xlsx", content)})
    while jobs.work_once():
        pass
    batch = intake.batches(acting("maria"))[0]
    assert batch.accepted > ROWS / 2
    assert batch.returned
    assert batch.flagged
    client.get(reverse("intake:batch", args=[batch.id]))
    client.get(reverse("intake:returned", args=[batch.id]))


def _a_job_that_waits(home: Home, client: Client) -> None:
    """Of a list in plain letters, in which a search sees everything."""
    content = csv_text(_lines(home, seed=2)).encode()
    client.post(reverse("intake:upload"), {"berkas": SimpleUploadedFile("daftar.csv", content)})


def _by_hand(home: Home) -> UUID:
    """Families with sound and with doubtful numbers; one of them, with a house."""
    maria, family = acting("maria"), UUID(int=0)
    for place, nik in enumerate(NIKS):
        kk = KKS[place % len(KKS)]
        home.numbers |= {nik, kk}
        entry = FamilyEntry(
            family={"kk_number": kk},
            head={"name": f"Lusia Ranai {place}", "nik": nik},
            house={"village_code": NANGA_LEBANG, "roof_material": "Seng", "hamlet": f"Hulu {place}"},
            members=({"name": f"Anak Ranai {place}", "nik": f"61051901011000{place:02}"},),
        )
        home.numbers.add(f"61051901011000{place:02}")
        home.names |= {f"Lusia Ranai {place}", f"Anak Ranai {place}"}
        family = register.add_family(maria, entry, observed=date(2025, 5, 14))
    return family


def _on_pages(home: Home, client: Client, family: UUID) -> None:
    """A number is changed, looked for, typed into an address, opened, and decided."""
    card = records.record(acting("maria"), family).families[0]
    assert card.head
    head = card.head.id
    _edit_number(client, head)
    home.numbers |= {EDITED_NIK, SEARCHED_NIK}
    client.post(reverse("register:search"), {"q": SEARCHED_NIK}, follow=True)
    client.post(reverse("register:search"), {"q": EDITED_NIK[:15]}, follow=True)
    client.get(reverse("register:list"), {"q": SEARCHED_NIK}, follow=True)
    opening = reverse("register:open-number", args=[head, "nik"])
    page = client.post(opening, {"keperluan": "Mencocokkan dengan KTP"}).content.decode()
    assert EDITED_NIK in page
    client.post(opening, {"keperluan": f"Cocokkan {EDITED_NIK}"})
    client.get(f"/rumah/{SEARCHED_NIK}/")


def _edit_number(client: Client, head: UUID) -> None:
    address = reverse("register:edit", args=["orang", head])
    form = form_of(client.get(address).content.decode(), address)
    said = {"nik": EDITED_NIK, "keadaan": "2 Juli 2025", "alasan": "KTP dilihat"}
    client.post(address, form.filled(**said))


# ------------------------------------------------------------------------------------------------ searching


def forms_of(number: str) -> Iterator[bytes]:
    """A number as letters of one byte and of two, and, if it is one, as a whole and as a binary fraction."""
    yield number.encode()
    yield number.encode("utf-16-le")
    yield number.encode("utf-16-be")
    if number.isascii() and number.isdigit() and len(number) > 14:
        yield int(number).to_bytes(8, "big").lstrip(b"\0")
        yield int(number).to_bytes(8, "little").rstrip(b"\0")
        yield struct.pack(">d", int(number))


def forms_of_key(key: bytes) -> Iterator[bytes]:
    yield key
    yield key.hex().encode()
    yield key.hex().upper().encode()
    yield base64.b64encode(key).rstrip(b"=")
    yield base64.urlsafe_b64encode(key).rstrip(b"=")


def files() -> dict[str, bytes]:
    """Everything that lies in the home beside the keys: the database with its log, the uploads."""
    root = environment.home()
    inside = (path for path in root.rglob("*") if path.is_file() and environment.keys_dir() not in path.parents)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in inside}


def tables() -> dict[str, bytes]:
    """Every row as the database gives it: a value may lie in pieces in the file, or in another server's."""
    found = {}
    for name in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(name)}")
            found[name] = b"\n".join(_bytes(value) for row in cursor.fetchall() for value in row)
    return found


def _bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, (bytes, memoryview)) else str(value).encode()


def sessions() -> bytes:
    """They rest packed, so that a search of the file would not see into them."""
    return b"\n".join(str(each.get_decoded()).encode() for each in Session.objects.order_by("pk"))


def everything() -> dict[str, bytes]:
    return {**files(), **tables(), "sessions": sessions()}


def numbers(home: Home) -> set[str]:
    """Shorter ones say nothing of anybody."""
    return {number for number in home.numbers if sum(map(str.isdigit, number)) >= 12}


def leaks(places: dict[str, bytes], needles: Iterator[bytes]) -> list[str]:
    """Where a needle lies; which one is not said, for a report is read by many."""
    found = [needle for needle in needles if needle]
    return sorted({name for name, content in places.items() for needle in found if needle in content})


# ------------------------------------------------------------------------------------------------ what is found


@pytest.mark.django_db
def test_no_personal_number_rests_in_clear(home: Home) -> None:
    assert len(numbers(home)) > ROWS

    needles = (form for number in numbers(home) for form in forms_of(number))
    assert leaks(everything(), needles) == []


@pytest.mark.django_db
def test_no_key_rests_beside_what_it_opens(home: Home) -> None:
    keys = {path.read_bytes() for path in environment.keys_dir().rglob("*") if path.is_file()}
    keys.add(settings.SECRET_KEY.encode())  # of a worker of a parallel run it lies in the home of the first process
    assert len(keys) >= 3

    needles = (form for key in keys for form in forms_of_key(key))
    assert leaks(everything(), needles) == []


@pytest.mark.django_db
def test_no_number_and_no_name_is_said_in_the_log(home: Home) -> None:
    said = {"log": "\n".join(home.log).encode()}
    assert home.log

    assert leaks(said, (number.encode() for number in numbers(home))) == []
    assert leaks(said, (name.encode() for name in home.names if len(name) > 5)) == []


@pytest.mark.django_db
def test_the_search_would_find_a_number(home: Home) -> None:
    """Names do rest in clear, and each of these ways of writing a number would be seen."""
    assert leaks(tables(), iter([b"Lusia Ranai 1"])) != []
    if connection.vendor == "sqlite":
        database = Path(connection.settings_dict["NAME"]).name  # or its log, where it was not written back yet
        assert any(name.startswith(database) for name in leaks(files(), iter([b"Lusia Ranai 1"])))
    for form in forms_of(SEARCHED_NIK):
        assert leaks({"a file": b"..." + form + b"..."}, forms_of(SEARCHED_NIK)) == ["a file"]


@pytest.mark.django_db
def test_what_was_to_rest_sealed_is_there(home: Home) -> None:
    """The home is filled: uploads, a job that waits, sealed numbers in table and journal."""
    uploads = [environment.uploads_dir() / f"{batch.id}.sealed" for batch in intake.batches(acting("maria"))]

    assert [path.exists() for path in uploads] == [True, True]
    assert not any(map(zipfile.is_zipfile, uploads))  # a workbook is packed: a search of one would see nothing
    assert apps.get_model("jobs", "Job").objects.filter(state="queued").count() == 1
    assert apps.get_model("register", "Person").objects.exclude(nik=None).count() > ROWS / 2
    assert apps.get_model("journal", "CommitRow").objects.exists()
