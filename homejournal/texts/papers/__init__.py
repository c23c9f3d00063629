"""The words of visit pages, packs, messages and printed sheets.

Uses no other room of texts. Tests: tests/texts/papers.
"""
