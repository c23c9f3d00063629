"""The cards of a day: rate a strategy, leave it out, add a note; for Today, helpers, all children.

Uses attachments, records, kit and what lies below it; no other room. Tests: tests/ui/day_rows.
"""
