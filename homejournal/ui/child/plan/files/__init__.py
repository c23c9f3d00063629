"""Plan files: looked at and taken in, or handed over.

Uses the other rooms of child, day_cards, records, kit and what lies below; no other room. Tests:
tests/ui/child/plan/files.
"""
