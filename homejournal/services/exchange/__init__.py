"""All that is written, as a file and back, and tables from other programs.

Uses records and safe. Tests: tests/services/exchange.
"""
