"""What the Journal shows: entries by date, their versions, and the bin.

Uses days and records. Tests: tests/domain/journal.
"""
