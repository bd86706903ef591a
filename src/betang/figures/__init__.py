"""Counts and sums of the programme, each with its date and a check that its parts add up.

Promises that no figure walks alone: every one says as of when, what it was counted from, and by how much published
figures fail to add up.
"""
