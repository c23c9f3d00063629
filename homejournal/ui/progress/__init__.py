"""Looking back: whether the weeks are getting easier, in words, charts and days.

Uses day_rows, records, attachments, kit and what lies below; no other room. Tests:
tests/ui/progress.
"""
