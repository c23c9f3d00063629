"""Printing with Typst, and what all its templates take.

Uses no other room of reports. Tests: tests/reports/typst.
"""
