"""Fields of a form, from a date to a rating, and the rows that they stand in.

Uses other parts of widgets, base and theme. Tests: tests/ui/widgets/fields.
"""
