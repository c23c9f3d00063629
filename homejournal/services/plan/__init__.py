"""Outcomes, strategies, their steps, starter examples and plan files.

Uses records. Tests: tests/services/plan.
"""
