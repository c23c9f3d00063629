"""The visit page: what stands on it, its preview, and the ways it leaves.

Uses the other rooms of visits, day_rows, records, kit and what lies below; no other room. Tests:
tests/ui/visits/page.
"""
