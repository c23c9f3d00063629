"""What is said of copies, repair and deleting for good.

Uses journal. Tests: tests/texts/safe.
"""
