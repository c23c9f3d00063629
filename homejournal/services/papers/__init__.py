"""What is handed over or printed: visit pages, packs, sheets, the book, and calendar files.

Uses days and records. Tests: tests/services/papers.
"""
