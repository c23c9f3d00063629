"""The building blocks of pages and dialogs; all their words come from the caller.

Uses base and theme. Tests: tests/ui/widgets.
"""
