"""What has this office said that the headings of its lists mean?"""

from collections.abc import Mapping

from django.utils import timezone

from betang.accounts.queries import Acting
from betang.intake.commands.looking_up import place_names
from betang.intake.commands.opening import Columns, Opened, open_list
from betang.intake.models import Batch, HeadingMap
from betang.kernel.errors import NotAllowed

_TAKEN_BACK = ("undoing", "undone")
_LATEST = 100  # lists of an office, among which the last one under these headings is looked for


def opened_for(acting: Acting, content: bytes, *, columns: Mapping[str, str | None] | None = None) -> Opened:
    """The lists of a file as this office's headings are to be read. Raises NotAllowed for those of other offices."""
    opened = open_list(
        content,
        columns=columns,
        remembered=lambda fingerprint: _remembered(acting, fingerprint),
        said_before=lambda fingerprint: _said_before(acting, fingerprint),
        place_names=lambda: place_names(acting.region_code),
    )
    if opened.workbook is not None and not acting.may(opened.workbook.ability):
        raise NotAllowed(
            "Ini daftar %(list)s, dan kantor atau peran Anda tidak mengirimnya. Kirim berkas ini ke kantor yang "
            "mencatatnya.",
            code="list_of_another_office",
            list=opened.workbook.name,
        )
    return opened


def _said_before(acting: Acting, fingerprint: str) -> Columns | None:
    found = HeadingMap.objects.filter(agency_id=acting.agency_id, fingerprint=fingerprint).first()
    return found.columns if found else None


def _remembered(acting: Acting, fingerprint: str) -> Columns | None:
    """What these headings mean. Once a list that was read so has been undone, it is asked again: it may be wrong."""
    columns = _said_before(acting, fingerprint)
    if columns is None:
        return None
    explained = Batch.objects.filter(agency_id=acting.agency_id, columns__isnull=False).order_by("-created_at", "-id")
    latest = explained.values_list("columns", "state")[:_LATEST]
    state = next((state for read_as, state in latest if columns.items() <= dict(read_as or {}).items()), None)
    return None if state in _TAKEN_BACK else columns


def remember(acting: Acting, opened: Opened) -> None:
    """What the headings of a list mean, for the next one of this office under the same headings."""
    for sheet in opened.mapped:
        HeadingMap.objects.update_or_create(
            agency_id=acting.agency_id,
            fingerprint=sheet.fingerprint,
            defaults={"columns": sheet.said, "username": acting.username, "updated_at": timezone.now()},
        )
