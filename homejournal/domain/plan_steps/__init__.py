"""Which dated step of a plan holds on a day.

Uses records. Tests: tests/domain/plan_steps.
"""
