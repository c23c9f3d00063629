"""A table that a family kept before: what its columns mean, and what it would bring.

Uses names, plan_steps, records and week_grid. Tests: tests/domain/table_import.
"""
