"""What stands on each paper, for its template: about our child, book, sheets, packs, key sheet.

Uses chart_words, charts and visit_page; `paper_to_pdf.py` prints it. Tests: tests/reports/papers.
"""
