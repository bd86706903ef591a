"""Meetings, what stands in the way, and who promised what by when.

Promises that minutes are ready when people leave the room, that the families behind an obstacle are counted today, and
that a promise is measured from the data itself and closed with its evidence, frozen.
"""
