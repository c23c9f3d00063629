"""What a chart shows, as values: bars, dots, groups, and the marks of life on them.

Uses days, plan_steps and records. Tests: tests/domain/charts.
"""
