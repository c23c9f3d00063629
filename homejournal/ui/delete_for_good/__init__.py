"""Asking before something goes for good, and about the older copies afterwards.

Uses kit and what lies below it; no other room. Tests: tests/ui/safe/deleting.
"""
