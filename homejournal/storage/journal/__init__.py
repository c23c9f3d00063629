"""The open journal: store, transactions, writing, copying, taking in and giving on, and queries.

Uses file, media and records. Tests: tests/storage/journal.
"""
