"""Parts of pages and dialogs that many rooms use: forms, lists, steps with a copy before them.

Uses widgets, base and theme. Tests: tests/ui/kit.
"""
