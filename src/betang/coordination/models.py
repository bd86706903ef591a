"""Which tables does coordination keep?"""

from django.db import models

from betang.journal.kept import Kept


class Meeting(Kept):
    """A coordination meeting; it lives in the partition of the region that it is called for."""

    title = models.TextField(null=True)
    region_code = models.CharField(max_length=13, null=True, db_index=True)
    held_date = models.DateField(null=True)
    starts = models.TextField(null=True)
    ends = models.TextField(null=True)
    room = models.TextField(null=True)
    building = models.TextField(null=True)
    city = models.TextField(null=True)
    platform = models.TextField(null=True)
    programme = models.TextField(null=True)
    occasion = models.TextField(null=True)
    purpose = models.TextField(null=True)
    course = models.TextField(null=True)
    significance = models.TextField(null=True)
    chair = models.TextField(null=True)
    source = models.TextField(null=True)
    state = models.CharField(max_length=40, null=True)
    note = models.TextField(null=True)
    status = models.CharField(max_length=40, null=True)


class Invitation(Kept):
    """An agency that holds or is invited to a meeting."""

    meeting = models.UUIDField(null=True, db_index=True)
    part = models.CharField(max_length=40, null=True)
    invited_id = models.UUIDField(null=True, db_index=True)
    invited = models.TextField(null=True)
    region_code = models.CharField(max_length=13, null=True)
    status = models.CharField(max_length=40, null=True)


class AgendaItem(Kept):
    """One item of a meeting: remarks, a presentation, the open discussion."""

    meeting = models.UUIDField(null=True, db_index=True)
    place = models.IntegerField(null=True)
    item = models.CharField(max_length=40, null=True)
    title = models.TextField(null=True)
    speaker = models.TextField(null=True)
    function = models.TextField(null=True)
    office = models.TextField(null=True)
    mode = models.CharField(max_length=40, null=True)
    quote = models.TextField(null=True)
    gist = models.TextField(null=True)
    file = models.TextField(null=True)
    file_name = models.TextField(null=True)
    status = models.CharField(max_length=40, null=True)


class Attendance(Kept):
    """Somebody who came, by name, function and office; of some only the office is known."""

    meeting = models.UUIDField(null=True, db_index=True)
    name = models.TextField(null=True)
    function = models.TextField(null=True)
    office = models.TextField(null=True)
    office_id = models.UUIDField(null=True, db_index=True)
    region_code = models.CharField(max_length=13, null=True)
    mode = models.CharField(max_length=40, null=True)
    status = models.CharField(max_length=40, null=True)


class MeetingOutcome(Kept):
    """What a meeting came to: something told, decided or promised."""

    meeting = models.UUIDField(null=True, db_index=True)
    place = models.IntegerField(null=True)
    outcome = models.CharField(max_length=40, null=True)
    text = models.TextField(null=True)
    office = models.TextField(null=True)
    commitment = models.UUIDField(null=True)
    obstacle = models.UUIDField(null=True)
    status = models.CharField(max_length=40, null=True)


class Obstacle(Kept):
    """What stands in the way, where, and how many families stand behind it."""

    meeting = models.UUIDField(null=True, db_index=True)
    topic = models.CharField(max_length=40, null=True)
    text = models.TextField(null=True)
    region_code = models.CharField(max_length=13, null=True, db_index=True)
    raised_by = models.TextField(null=True)
    raised_by_id = models.UUIDField(null=True, db_index=True)
    raised_date = models.DateField(null=True)
    evidence = models.TextField(null=True)
    evidence_file = models.TextField(null=True)
    evidence_file_name = models.TextField(null=True)
    filter = models.TextField(null=True)
    level = models.CharField(max_length=40, null=True)
    responsible = models.TextField(null=True)
    responsible_id = models.UUIDField(null=True, db_index=True)
    due_date = models.DateField(null=True)
    sent_date = models.DateField(null=True)
    state = models.CharField(max_length=40, null=True)
    answer = models.TextField(null=True)
    answered_date = models.DateField(null=True)
    status = models.CharField(max_length=40, null=True)


class Commitment(Kept):
    """Who promised what by when, and how it is told whether it was kept."""

    meeting = models.UUIDField(null=True, db_index=True)
    obstacle = models.UUIDField(null=True, db_index=True)
    text = models.TextField(null=True)
    region_code = models.CharField(max_length=13, null=True, db_index=True)
    responsible = models.TextField(null=True)
    responsible_id = models.UUIDField(null=True, db_index=True)
    made_date = models.DateField(null=True)
    due_date = models.DateField(null=True)
    proof_kind = models.CharField(max_length=40, null=True)
    metric = models.CharField(max_length=40, null=True)
    filter = models.TextField(null=True)
    source = models.TextField(null=True)
    since_date = models.DateField(null=True)
    threshold = models.IntegerField(null=True)
    proof = models.TextField(null=True)
    proof_file = models.TextField(null=True)
    proof_file_name = models.TextField(null=True)
    state = models.CharField(max_length=40, null=True)
    closed_date = models.DateField(null=True)
    closed_value = models.IntegerField(null=True)
    evidence = models.TextField(null=True)
    note = models.TextField(null=True)
    status = models.CharField(max_length=40, null=True)
