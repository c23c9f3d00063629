"""Finding a command by its name, and the list of all keys.

Puts the rooms together, and may use all of them. Tests: tests/ui/window/commands.
"""
