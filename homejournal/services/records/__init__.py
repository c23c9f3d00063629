"""Saving, deleting and undoing for records of any kind; drafts, attachments, homes.

Uses no other room of services. Tests: tests/services/records.
"""
