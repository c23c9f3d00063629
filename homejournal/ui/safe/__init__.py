"""Keep it safe: copies, repair, the password, sharing, and what leaves or goes for good.

Uses day_rows, records, attachments, kit and what lies below; no other room. Tests:
tests/ui/safe.
"""
