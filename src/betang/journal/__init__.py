"""What changed, when, by whom, on what authority.

The journal is the append-only log of every change: one commit per human action on one entity, in streams of dense
numbers, and the algebra that says which value is shown and which stand beside it. Nothing anyone wrote is lost.
"""
