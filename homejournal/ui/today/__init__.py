"""Today: everything planned on a day, and the way to other days.

Uses day_rows, records, attachments, kit and what lies below; no other room. Tests:
tests/ui/today.
"""
