"""The words of help, commands, keys and settings.

Uses no other room of texts. Tests: tests/texts/window.
"""
