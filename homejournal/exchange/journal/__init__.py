"""A whole journal or a plan as a file: JSON, tables, and their schemas.

Uses json and tables. Tests: tests/exchange/journal.
"""
