"""Whether a journal is sound: its file, its revisions, the projection and the search index.

Uses media and records. Tests: tests/storage/check.
"""
