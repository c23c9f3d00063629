"""What leaves the Progress page: sheets, charts and tables.

Uses the other rooms of progress, day_rows, records, kit and what lies below; no other room.
Tests: tests/ui/progress/export.
"""
