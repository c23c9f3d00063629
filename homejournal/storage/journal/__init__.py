"""The open journal: store, transactions, writing, taking in and giving on, and what is asked of it.

Tests: tests/storage/journal.
"""
