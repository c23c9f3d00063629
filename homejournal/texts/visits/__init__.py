"""The words of visits, of the team, and of children whose journal is put away.

Uses today. Tests: tests/texts/visits.
"""
