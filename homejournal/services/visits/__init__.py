"""Visits and the team.

Uses journal and records. Tests: tests/services/visits.
"""
