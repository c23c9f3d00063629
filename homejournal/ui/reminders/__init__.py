"""Reminders of planned times while the window is open.

Uses day_rows, records, attachments, kit and what lies below; no other room. Tests:
tests/ui/reminders.
"""
