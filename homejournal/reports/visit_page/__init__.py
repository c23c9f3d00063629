"""What stands on a visit page, for its template; the page as a web page and as text.

Uses chart_words and charts. Tests: tests/reports/visit_page.
"""
