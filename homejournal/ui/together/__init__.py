"""All children of the home on one day, side by side.

Uses day_rows, records, attachments, kit and what lies below; no other room. Tests:
tests/ui/together.
"""
