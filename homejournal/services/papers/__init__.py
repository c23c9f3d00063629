"""What is handed over or printed: visit pages, packs, sheets and the book.

Uses days and records. Tests: tests/services/papers.
"""
