"""Files for other computers and homes, and taking in what was made elsewhere.

Uses deleting. Tests: tests/services/safe/transfer.
"""
