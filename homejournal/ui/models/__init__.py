"""Qt models over what the services answer.

Uses base. Tests: tests/ui/models.
"""
