"""Counting days: from rows of practices and marks to the numbers of a strategy.

Uses records and visits. Tests: tests/domain/days.
"""
