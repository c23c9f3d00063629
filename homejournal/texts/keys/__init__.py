"""What is said of passwords and of the recovery sheet.

Uses no other room of texts. Tests: tests/texts/keys.
"""
