"""Which sentence the numbers allow, as a value in no language yet.

Uses charts, days, looking_back, plan_steps and records. Tests: tests/domain/sentences.
"""
