"""What leaves a journal for another one, what comes in, and clouds that carry files.

Uses journal and records. Tests: tests/domain/sharing.
"""
