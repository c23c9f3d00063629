"""A damaged journal built anew from everything genuine that is found.

Uses check, copies, file, journal, media, records and sharing. Tests: tests/storage/repair.
"""
