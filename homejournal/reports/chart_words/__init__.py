"""Charts in words: title, text alternative, table, and each mark as a sentence.

Uses no other room of reports. Tests: tests/reports/chart_words.
"""
