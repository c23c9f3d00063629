"""Looking back at one strategy: its charts, changes of the plan, visits, firsts, measures.

Uses days and records. Tests: tests/domain/looking_back.
"""
