"""Copies of the journal, at a second place too, and the way back from one.

Uses keys. Tests: tests/services/safe/copies.
"""
