"""One key hides every window of the journal; a lock uses the same way.

Uses kit and what lies below it; no other room. Tests: tests/ui/hiding.
"""
