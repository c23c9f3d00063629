"""The records a family writes, as frozen values, and their one form as bytes and revisions.

Uses no other room of domain. Tests: tests/domain/records.
"""
