"""From values to paper: the preview dialog, PDF, printer.

Uses other parts of kit, widgets, models, base and theme. Tests: tests/ui/kit/paper.
"""
