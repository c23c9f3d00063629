"""What keeps a journal safe: its password, copies, repair, sharing, and deleting for good.

Uses records. Tests: tests/services/safe.
"""
