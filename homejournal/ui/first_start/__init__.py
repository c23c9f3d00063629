"""The first start: the child, who writes, and the first strategy.

Uses the rooms that it puts together; only the window knows it. Tests: tests/ui/first_start.
"""
