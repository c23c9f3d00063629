"""Making copies of an open journal, and those that still hold what was deleted.

Uses file, media and records. Tests: tests/storage/copies.
"""
