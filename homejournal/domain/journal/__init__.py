"""What the Journal shows: entries by date, their earlier versions, and the bin.

Uses days, names and records. Tests: tests/domain/journal.
"""
