"""The words of strategies, steps, outcomes and plan files.

Uses today. Tests: tests/texts/plan.
"""
