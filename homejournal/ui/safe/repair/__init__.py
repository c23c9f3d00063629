"""Checking the journal whole, and repairing it.

Uses the other rooms of safe, day_cards, records, kit and what lies below; no other room. Tests:
tests/ui/safe/repair.
"""
