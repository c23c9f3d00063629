"""The words of each sentence about numbers and ratings.

Uses names. Tests: tests/texts/sentences.
"""
