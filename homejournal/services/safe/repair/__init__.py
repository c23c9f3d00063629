"""Repairing a damaged journal, and whatever else lies anywhere that helps with it.

Uses copies, keys, sharing and transfer. Tests: tests/services/safe/repair.
"""
