"""The words of visit pages, packs, messages and printed sheets.

Uses plan, sentences and today. Tests: tests/texts/papers.
"""
