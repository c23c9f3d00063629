"""Today for a helper: a window in the place of all others, until the family comes back.

Uses the rooms that it puts together; only the window knows it. Tests: tests/ui/helper.
"""
