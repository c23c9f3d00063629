"""The visit page as a value: what can be ticked for it, and what then stands on it.

Uses charts, days, looking_back, names, plan, plan_steps, records, sentences and visits. Tests:
tests/domain/visit_page.
"""
