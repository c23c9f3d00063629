"""A week on paper, and as a grid that is typed in from paper.

Uses days, names, records, today and visit_page. Tests: tests/domain/week_grid.
"""
