"""What is said of copies, repair, sharing, deleting for good, and of what leaves or comes in.

Uses no other room of texts. Tests: tests/texts/safe.
"""
