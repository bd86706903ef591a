"""Regions, agencies and mandates: which office is right about what, and where.

The same regions and agencies have the same ids on every node, so that records of one mean the same on another.
"""
