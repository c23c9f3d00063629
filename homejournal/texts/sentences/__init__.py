"""The words of each sentence about numbers and ratings.

Uses no other room of texts. Tests: tests/texts/sentences.
"""
