"""The visit page as PDF, web page, plain text and short text.

Uses chart_words, charts and typst. Tests: tests/reports/visit_page.
"""
