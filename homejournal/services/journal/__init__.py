"""Entries by date, their earlier versions, two versions of one thing, and the bin.

Uses days and records. Tests: tests/services/journal.
"""
