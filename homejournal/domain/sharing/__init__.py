"""What leaves a journal for another one, what comes in, and clouds that carry files.

Uses journal, records and today. Tests: tests/domain/sharing.
"""
