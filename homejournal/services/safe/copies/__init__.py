"""Copies of the journal, at a second place too, and the way back from one.

Uses what unlocks a journal. Tests: tests/services/safe/copies.
"""
