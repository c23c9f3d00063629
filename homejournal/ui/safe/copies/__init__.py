"""Copies of the journal, here and at a second place, and the way back from one.

Uses the other rooms of safe, day_rows, records, kit and what lies below; no other room. Tests:
tests/ui/safe/copies.
"""
