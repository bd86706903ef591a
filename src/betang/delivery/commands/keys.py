"""Under which keys is a record found by others of its home, and by those that look alike?"""

from collections.abc import Iterator

from betang.delivery.domain.likeness import Look, cells
from betang.delivery.models import Case, Realisation
from betang.journal import keyring
from betang.journal.domain.sealed import Sealed
from betang.kernel.names import normalise

_FEWEST_LETTERS = 5  # of an address: "RT 1" is where half of a village lives
_REGENCY_LETTERS = len("61.05")
Record = Realisation | Case


def certain(row: Record) -> Iterator[bytes]:
    """Keys that only records of one home share. A case number is one office's own, so it counts in its regency."""
    if row.house:
        yield keyring.keyed_tag("home house", row.house.hex)
    if tag := nik_tag(row):
        yield keyring.keyed_tag("home nik", tag.hex())
    if number := _letters(row.case_number or ""):
        yield keyring.keyed_tag("home case", (row.village_code or "")[:_REGENCY_LETTERS], number)


def alike(look: Look) -> Iterator[bytes]:
    """Keys under which a report is looked at beside others of its village."""
    place = (look.village_code, look.work)
    if look.name:
        yield keyring.keyed_tag("home name", *place, look.name)
    if look.address:
        yield keyring.keyed_tag("home address", *place, look.address)
    for cell in cells(look.position) if look.position else ():
        yield keyring.keyed_tag("home cell", *place, cell)


def look_of(row: Realisation) -> Look:
    """What a report shows besides its certain keys."""
    address = normalise(row.address or "")
    return Look(
        record=row.id,
        agency=row.agency_id,
        village_code=row.village_code or "",
        work=row.work or "",
        name=normalise(row.recipient or ""),
        address=address if len(address) >= _FEWEST_LETTERS else "",
        nik=nik_tag(row),
        house=row.house,
        unit=_letters(row.unit_number or ""),
        position=(float(row.latitude), float(row.longitude)) if row.latitude and row.longitude else None,
    )


def nik_tag(row: Record) -> bytes:
    """The tag of a sound NIK; a doubtful one proves nothing."""
    return Sealed.from_bytes(bytes(row.nik)).tag if row.nik is not None and not row.nik_doubt else b""


def _letters(text: str) -> str:
    return "".join(sign for sign in text.upper() if sign.isalnum())
