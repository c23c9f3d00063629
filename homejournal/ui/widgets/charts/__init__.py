"""A chart on the screen: its picture, its marks, closer and farther, and its numbers.

Uses other parts of widgets, base and theme. Tests: tests/ui/widgets/charts.
"""
