"""What is said between two computers or homes, and of all that leaves and comes in.

Uses keys and safe. Tests: tests/texts/sharing.
"""
