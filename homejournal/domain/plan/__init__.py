"""What the Plan page shows, outcomes with their ladders, and plans that come as a file.

Uses days, records and sentences. Tests: tests/domain/plan.
"""
