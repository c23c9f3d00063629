"""Buttons: with words that wrap, with a picture, as pills, as toggles; one press does one thing.

Uses other parts of widgets, base and theme. Tests: tests/ui/widgets/buttons.
"""
