"""The visit page as a value: what can be ticked for it, and what then stands on it.

Uses days, looking_back, names, plan, records, sentences and visits. Tests:
tests/domain/visit_page.
"""
