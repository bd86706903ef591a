"""Under which keys is a record found by others of its home, and by those that look alike?"""

from collections.abc import Iterator

from betang.delivery.domain.likeness import Look, cells, is_of_one_house, sound_of
from betang.delivery.models import Case, Realisation
from betang.journal import keyring
from betang.journal.domain.sealed import Sealed
from betang.kernel.names import normalise
from betang.register.domain.matching import plain_address

_REGENCY_LETTERS = len("61.05")
Record = Realisation | Case


def certain(row: Record) -> Iterator[bytes]:
    """Keys that only records of one home share. A case number is one office's own, so it counts in its regency."""
    if row.house:
        yield keyring.keyed_tag("home house", row.house.hex)
    if tag := nik_tag(row):
        yield keyring.keyed_tag("home nik", tag.hex())
    if number := case_number(row.case_number or ""):
        yield keyring.keyed_tag("home case", (row.village_code or "")[:_REGENCY_LETTERS], number)


def alike(look: Look) -> Iterator[bytes]:
    """Keys under which a report is looked at beside others of its village."""
    place = (look.village_code, look.work)
    if look.name:
        yield keyring.keyed_tag("home name", *place, sound_of(look.name))
    if look.address:
        yield keyring.keyed_tag("home address", *place, look.address)
    if look.unit:
        yield keyring.keyed_tag("home unit", *place, look.source, look.unit)
    for cell in cells(look.position) if look.position else ():
        yield keyring.keyed_tag("home cell", *place, cell)


def look_of(row: Realisation) -> Look:
    """What a report shows besides its certain keys."""
    address = row.address or ""
    return Look(
        record=row.id,
        agency=row.agency_id,
        village_code=row.village_code or "",
        work=row.work or "",
        source=row.source or "",
        name=normalise(row.recipient or ""),
        address=plain_address(address) if is_of_one_house(address) else "",
        nik=nik_tag(row),
        house=row.house,
        unit=_letters(row.unit_number or ""),
        position=_position(row),
    )


def _position(row: Realisation) -> tuple[float, float] | None:
    if row.latitude is None or row.longitude is None:
        return None  # not so for the equator, which runs through the province
    return float(row.latitude), float(row.longitude)


def nik_tag(row: Record) -> bytes:
    """The tag of a sound NIK; a doubtful one proves nothing."""
    return Sealed.from_bytes(bytes(row.nik)).tag if row.nik is not None and not row.nik_doubt else b""


def case_number(text: str) -> str:
    """A case number as it is compared; empty for what is none, such as "belum ada" or "-"."""
    letters = _letters(text)
    return letters if any(sign in "123456789" for sign in letters) else ""


def _letters(text: str) -> str:
    return "".join(sign for sign in text.upper() if sign.isalnum())
