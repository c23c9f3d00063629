"""What a family means: frozen values and pure functions. Nothing here reads a clock.

Uses nothing but plain Python, in no language. Tests: tests/domain.
"""
