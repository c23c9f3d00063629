"""A week that is typed in from paper.

Uses day_rows, records, attachments, kit and what lies below; no other room. Tests:
tests/ui/week_grid.
"""
