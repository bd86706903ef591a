"""Bytes to objects: the bridging tables of BPS."""
