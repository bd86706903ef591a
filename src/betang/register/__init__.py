"""The register: houses, families, persons, assessments and aid received.

It promises one row per thing that exists, raw observations as they were observed, a date on every fact, and that
whatever anyone said about a field is either shown, or stands beside what is shown, or was replaced by someone entitled.
"""
