"""Deleting for good: single records, and a whole journal.

Uses file, media and records. Tests: tests/storage/deleting.
"""
