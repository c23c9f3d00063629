"""Days and weeks as tables: calendars, grids, the week strip, the week to type in.

Uses other parts of widgets, base and theme. Tests: tests/ui/widgets/days.
"""
