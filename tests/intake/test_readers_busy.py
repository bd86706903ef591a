"""What happens when more files come at once than the machine can read at once?"""

from concurrent.futures import ThreadPoolExecutor
from unittest import mock

import pytest

from betang.intake.formats import reading
from betang.kernel.errors import Refusal
from tests.intake.sheets import csv_text

FILE = csv_text([]).encode()


def read() -> int:
    return len(reading.read(FILE, most_bytes=1 << 20))


def test_files_wait_for_one_another() -> None:
    with ThreadPoolExecutor(5) as people:
        read_of_each = list(people.map(lambda _number: read(), range(5)))

    assert read_of_each == [1] * 5


def test_who_would_wait_too_long_is_asked_to_come_again_and_nobody_is_kept_out_for_ever() -> None:
    impatient = mock.patch.object(reading, "PATIENCE_S", 0.01)
    with reading._DESKS, reading._DESKS, impatient, pytest.raises(Refusal) as refused:
        read()

    assert refused.value.code == "readers_busy"
    assert read() == 1
