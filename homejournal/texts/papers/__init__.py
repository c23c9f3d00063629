"""The words of visit pages, packs, messages, calendars and printed sheets.

Uses plan, sentences, today and visits. Tests: tests/texts/papers.
"""
