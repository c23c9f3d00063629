"""What leaves a journal for another one, what comes in, and clouds that carry files.

Uses journal, names, records and week_grid. Tests: tests/domain/sharing.
"""
