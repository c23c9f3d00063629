"""The locked keys of an encrypted journal, and the change to another password or none.

Uses file, journal and media. Tests: tests/storage/keys.
"""
