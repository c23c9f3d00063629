"""Papers as PDF and pictures: about our child, the book, sheets, packs, the recovery sheet.

Uses chart_words, charts, typst and visit_page. Tests: tests/reports/papers.
"""
