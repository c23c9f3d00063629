"""The open journal: store, transactions, writing, taking in and giving on, and what is asked of it.

Uses file, media, migrations and records. Tests: tests/storage/journal.
"""
