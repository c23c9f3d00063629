"""Which sentence the numbers allow, as a value in no language yet.

Uses days, looking_back and records. Tests: tests/domain/sentences.
"""
