"""The password, the recovery sheet, and what this computer remembers.

Uses no other room of services.safe. Tests: tests/services/safe/keys.
"""
