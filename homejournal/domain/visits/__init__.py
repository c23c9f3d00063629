"""Visits, coming and past, and the team around a child.

Uses records. Tests: tests/domain/visits.
"""
