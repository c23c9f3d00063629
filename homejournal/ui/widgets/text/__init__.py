"""Labels, lines that are cut or painted, and words for the screen reader.

Uses other parts of widgets, models, base and theme. Tests: tests/ui/widgets/text.
"""
