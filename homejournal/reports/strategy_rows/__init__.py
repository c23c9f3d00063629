"""Strategies as rows under the same dates: head, strip of days, ratings, legend, and their files.

Uses charts and chart_words. Tests: tests/reports/strategy_rows.
"""
