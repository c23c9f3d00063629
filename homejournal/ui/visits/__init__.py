"""Visits with everything around them: the dates, the page that is handed over, the team.

Uses day_rows, records, attachments, kit and what lies below; no other room. Tests:
tests/ui/visits.
"""
