"""The open journal: store, transactions, writing, and what is asked of it.

Uses check, copies, deleting, file, media, migrations, records and sharing. Tests:
tests/storage/journal.
"""
