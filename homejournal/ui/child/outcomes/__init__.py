"""What the family hopes for: each outcome with its ladder, its strategies and its reviews.

Uses records, kit and what lies below; no other room of child. Tests: tests/ui/child/outcomes.
"""
