"""A sentence with what to do for everything that can stand in the way.

Uses keys. Tests: tests/texts/errors.
"""
