"""The notes of a card: the field, flags, what is written already.

Uses attachments, records, kit and what lies below it; no other room. Tests:
tests/ui/day_rows/notes.
"""
