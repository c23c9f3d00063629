"""Settings, all on one page that can be searched.

Uses day_rows, records, attachments, kit and what lies below; no other room. Tests:
tests/ui/settings.
"""
