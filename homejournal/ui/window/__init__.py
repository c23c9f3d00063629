"""The main window: frame, menus, pages, and what the menus do.

Puts the rooms together, and may use all of them. Tests: tests/ui/window.
"""
