"""Cards and what stands between them: notices, the toast, an empty page.

Uses other parts of widgets, base and theme. Tests: tests/ui/widgets/cards.
"""
