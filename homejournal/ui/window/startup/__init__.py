"""From the first paint to a journal that is open.

Puts the rooms together, and may use all of them. Tests: tests/ui/window/startup.
"""
