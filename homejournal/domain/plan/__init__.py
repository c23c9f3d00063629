"""What the Plan page shows, ladders of outcomes, and plans that come as a file.

Uses names, records, sentences and visits. Tests: tests/domain/plan.
"""
