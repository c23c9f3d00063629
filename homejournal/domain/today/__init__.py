"""What is written on a day or in a week: the day's cards, the week's cells, reminders, the timer.

Uses days, papers and records. Tests: tests/domain/today.
"""
