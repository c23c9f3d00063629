"""Looking back at one strategy: changes of the plan, before and since a visit, firsts, measures.

Uses days, records and visits. Tests: tests/domain/looking_back.
"""
