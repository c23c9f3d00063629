"""Other papers and files as values: about our child, the book, messages, workbook.

Uses charts, days, looking_back, names, plan, plan_steps, records, sentences, visit_page and
visits. Tests: tests/domain/papers.
"""
