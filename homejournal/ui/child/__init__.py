"""A child of the home: who it is, its plan, its outcomes.

Uses day_rows, records, attachments, kit and what lies below; no other room. Tests:
tests/ui/child.
"""
