"""Long work beside the window: the worker, and tasks that wait or come in parts.

Uses the other parts of base. Tests: tests/ui/base/background.
"""
