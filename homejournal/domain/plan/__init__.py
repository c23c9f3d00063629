"""What the Plan page shows, what is agreed at visits, and plans that come as a file.

Uses days, names, plan_steps, records, sentences and visits. Tests: tests/domain/plan.
"""
