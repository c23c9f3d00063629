"""How a card asks how it went: levels, numbers, tries, times of the day, the timer.

Uses attachments, records, kit and what lies below it; no other room. Tests:
tests/ui/day_rows/rating.
"""
