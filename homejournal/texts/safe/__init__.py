"""What is said of copies, repair and deleting for good.

Uses errors, journal and names. Tests: tests/texts/safe.
"""
