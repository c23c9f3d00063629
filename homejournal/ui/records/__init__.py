"""Forms and dialogs about one record that more than one room opens.

Uses delete_for_good, kit and what lies below it; no other room. Tests: tests/ui/records.
"""
