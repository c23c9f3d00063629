"""The help, the key that opens it, and what this program is.

Uses kit and what lies below it; no other room. Tests: tests/ui/help.
"""
