"""Files for other computers and homes, and taking in what was made elsewhere.

Uses copies, and deleting for good. Tests: tests/services/safe/transfer.
"""
