"""A paper on its way out: the preview dialog, the password of a PDF, saving and printing.

Uses other parts of kit, widgets, models, base and theme. Tests: tests/ui/kit/paper.
"""
