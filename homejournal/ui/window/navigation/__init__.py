"""The pages, the way between them, and whose journal is shown.

Puts the rooms together, and may use all of them. Tests: tests/ui/window/navigation.
"""
