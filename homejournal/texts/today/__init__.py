"""The words of a day, of a week typed in from paper, and of reminders.

Uses no other room of texts. Tests: tests/texts/today.
"""
