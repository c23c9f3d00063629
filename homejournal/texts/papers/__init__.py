"""The words of visit pages, packs, messages and printed sheets.

Uses plan and today. Tests: tests/texts/papers.
"""
