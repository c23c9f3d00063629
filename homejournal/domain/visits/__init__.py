"""Visits, coming and past, what was agreed at them, and the team around a child.

Uses records. Tests: tests/domain/visits.
"""
