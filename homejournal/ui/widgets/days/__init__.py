"""Days as tables: calendars and grids with their marks, and going from day to day.

Uses other parts of widgets, base and theme. Tests: tests/ui/widgets/days.
"""
