"""What does a page say of how a file was read?"""

from django.utils.translation import gettext

from betang.intake.domain.notes import NOTES, unpacked
from betang.intake.formats.returned_workbook import VILLAGES_SHEET
from betang.intake.queries import BatchView


def notes(batch: BatchView) -> list[str]:
    """One sentence each; of our own sheet of villages there is nothing to say."""
    kept = (unpacked(note) for note in batch.notes)
    return [gettext(NOTES[note.code]) % note.params for note in kept if note.params.get("sheet") != VILLAGES_SHEET]
