"""Deleting for good, here and as other homes ask for it.

Uses keys. Tests: tests/services/safe/deleting.
"""
