"""What the day's page shows: the cards of its strategies, reminders, the timer.

Uses days, names, records and visits. Tests: tests/domain/today.
"""
