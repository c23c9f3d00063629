"""What the Plan page shows, what is agreed at visits, and plans that come as a file.

Uses names, records, sentences and visits. Tests: tests/domain/plan.
"""
