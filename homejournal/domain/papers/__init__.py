"""Other papers and files as values: about our child, the book, messages, workbook.

Uses days, looking_back, names, plan, records, sentences, visit_page and visits. Tests:
tests/domain/papers.
"""
