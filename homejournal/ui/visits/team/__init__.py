"""Our team: the people around the child, and how to reach them.

Uses the other rooms of visits, day_rows, records, kit and what lies below; no other room. Tests:
tests/ui/visits/team.
"""
