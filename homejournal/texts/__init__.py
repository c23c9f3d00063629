"""How values become words, in one language at a time.

Uses domain, and of Qt QLocale alone. Tests: tests/texts.
"""
