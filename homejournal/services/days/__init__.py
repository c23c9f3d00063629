"""Writing down days, notes and feelings; reminders, the timer, and counting what is written.

Uses records. Tests: tests/services/days.
"""
