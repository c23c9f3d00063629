"""Repairing a damaged journal, and whatever else lies anywhere that helps with it.

Uses copies, sharing and transfer, and what unlocks a journal. Tests: tests/services/safe/repair.
"""
