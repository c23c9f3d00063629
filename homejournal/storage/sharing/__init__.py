"""Revisions that come from elsewhere, and those that leave.

Uses deleting, file, media and records. Tests: tests/storage/sharing.
"""
