"""The words of a day, of a week typed in from paper, of reminders and feelings.

Uses errors and names. Tests: tests/texts/today.
"""
