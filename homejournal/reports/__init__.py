"""Values in, bytes out: charts, pages, text.

Uses domain and texts; never Qt or SQLAlchemy. Tests: tests/reports.
"""
