"""Looking back at one strategy: changes of the plan, before and since a visit, firsts, measures.

Uses charts, days, plan_steps, records and visits. Tests: tests/domain/looking_back.
"""
