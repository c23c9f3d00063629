"""What is handed over or printed: visit pages, packs, sheets, the book, calendars, looking back.

Uses days, plan, records and visits. Tests: tests/services/papers.
"""
