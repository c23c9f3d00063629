"""What is said of copies, repair, sharing, deleting for good, and of what leaves or comes in.

Uses journal. Tests: tests/texts/safe.
"""
