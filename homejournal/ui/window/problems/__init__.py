"""What is said and done when something cannot be saved or breaks off.

Puts the rooms together, and may use all of them. Tests: tests/ui/window/problems.
"""
