"""Tables for spreadsheets, and those that other programs saved.

Uses json. Tests: tests/exchange/tables.
"""
