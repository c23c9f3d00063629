"""Visits, coming and past, and the team around a child.

Uses plan_steps and records. Tests: tests/domain/visits.
"""
