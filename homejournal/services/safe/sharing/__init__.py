"""Journals shared through a folder that any sync program carries.

Uses deleting and transfer. Tests: tests/services/safe/sharing.
"""
