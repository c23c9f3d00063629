"""The Journal: everything written, to search, read, correct, delete and bring back.

Uses day_rows, records, attachments, kit and what lies below; no other room. Tests:
tests/ui/journal.
"""
