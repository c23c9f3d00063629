"""What the day's page shows: the cards of its strategies, reminders, the timer.

Uses days, names, papers, plan_steps, records and visits. Tests: tests/domain/today.
"""
