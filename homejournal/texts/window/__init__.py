"""The words of help, commands and settings.

Uses no other room of texts. Tests: tests/texts/window.
"""
