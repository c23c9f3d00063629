"""The cards of the Progress page, one for each way to look back.

Uses the other rooms of progress, day_rows, records, kit and what lies below; no other room.
Tests: tests/ui/progress/cards.
"""
