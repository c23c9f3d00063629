"""Outcomes of the plan with their ladders and reviews.

Uses the other rooms of child, day_cards, records, kit and what lies below; no other room. Tests:
tests/ui/child/outcomes.
"""
