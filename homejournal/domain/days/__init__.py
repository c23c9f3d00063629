"""The family's calendar, and counting days: from practices and marks to the numbers of a strategy.

Uses records. Tests: tests/domain/days.
"""
