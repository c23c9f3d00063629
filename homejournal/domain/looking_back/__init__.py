"""Looking back at one strategy: its charts, changes of the plan, visits, firsts, measures.

Uses days, records and visits. Tests: tests/domain/looking_back.
"""
