"""What the Journal shows: entries by date, their versions, and the bin; what waits at first.

Uses days and records. Tests: tests/domain/journal.
"""
