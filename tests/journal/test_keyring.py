"""Do keys stay where they belong, and can they be brought back with the code on paper?"""

import stat
from pathlib import Path

import pytest

from betang import environment
from betang.journal import keyring
from betang.kernel.errors import Refusal

NIK = "6105014104900003"  # invented


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BETANG_HOME", str(tmp_path / "home"))
    keyring.make()
    return tmp_path / "home"


def test_keys_are_files_that_only_their_owner_reads(home: Path) -> None:
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (home / "keys").iterdir()}

    assert modes == {0o600}


def test_making_keys_again_keeps_those_there_are() -> None:
    before = keyring.signing_key_id()

    keyring.make()

    assert keyring.signing_key_id() == before


def test_equal_numbers_have_equal_tags_and_unlike_seals() -> None:
    one, two = keyring.seal_number(NIK), keyring.seal_number(NIK)

    assert one == two and one.tag == keyring.number_tag(NIK)
    assert one.ciphertext != two.ciphertext


def test_a_number_of_a_key_that_is_not_here_stays_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = keyring.seal_number(NIK)
    monkeypatch.setenv("BETANG_HOME", str(tmp_path / "elsewhere"))
    keyring.make()

    assert keyring.open_number(sealed) is None
    with pytest.raises(Refusal):
        keyring.open_bytes(b"x" * 60)


def test_a_flipped_bit_in_a_sealed_file_is_refused() -> None:
    sealed = bytearray(keyring.seal_bytes(b"daftar"))
    sealed[-1] ^= 1

    with pytest.raises(Refusal):
        keyring.open_bytes(bytes(sealed))


def test_the_code_on_paper_brings_lost_keys_back(home: Path) -> None:
    sealed = keyring.seal_number(NIK)
    code = keyring.lock_recovery()
    package = (environment.keys_dir() / keyring.RECOVERY).read_bytes()
    for path in environment.keys_dir().glob("*.key"):
        path.unlink()

    assert keyring.recover(code.lower().replace("-", " "), package) == ["own-data.key", "signing.key"]
    assert keyring.open_number(sealed) == NIK


def test_a_wrong_code_brings_nothing_back() -> None:
    keyring.lock_recovery()
    package = (environment.keys_dir() / keyring.RECOVERY).read_bytes()

    with pytest.raises(Refusal):
        keyring.recover("0000-0000-0000-0000-0000-0000-0000-0000", package)
