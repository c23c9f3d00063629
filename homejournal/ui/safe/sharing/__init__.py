"""Two homes and two computers: shared folders, kept in step.

Uses the other rooms of safe, day_rows, records, kit and what lies below; no other room. Tests:
tests/ui/safe/sharing.
"""
