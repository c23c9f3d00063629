"""What people are called in a sentence, and long names where there is little room.

Uses no other room of texts. Tests: tests/texts/names.
"""
