"""Visits: what is coming, what to ask, what was agreed, and what was handed over.

Uses the other rooms of visits, day_rows, records, kit and what lies below; no other room. Tests:
tests/ui/visits/coming.
"""
