"""Other papers and files as values: about our child, the book, sheets to print, the workbook.

Uses days, looking_back, plan, records and sentences. Tests: tests/domain/papers.
"""
