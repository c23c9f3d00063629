"""Deleting a child, a person, the bin or everything for good, also as another home asks.

Uses the other rooms of safe, day_cards, records, kit and what lies below; no other room. Tests:
tests/ui/safe/deleting.
"""
