"""The plan: strategies, their dated steps, the grid of routines.

Uses the other rooms of child, day_rows, records, kit and what lies below; no other room. Tests:
tests/ui/child/plan.
"""
