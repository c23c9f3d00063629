"""The password: set, changed, taken away; the lock; the recovery sheet.

Uses the other rooms of safe, day_rows, records, kit and what lies below; no other room. Tests:
tests/ui/safe/password.
"""
