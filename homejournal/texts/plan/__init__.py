"""The words of strategies, steps, outcomes and plan files.

Uses sentences and today. Tests: tests/texts/plan.
"""
