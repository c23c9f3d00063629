"""Settings of this computer that more than one room reads.

Uses the other parts of base. Tests: tests/ui/settings and tests/ui/safe/copies.
"""
