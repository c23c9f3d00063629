"""Journals shared through a folder that any sync program carries.

Uses transfer and deleting for good. Tests: tests/sharing.
"""
