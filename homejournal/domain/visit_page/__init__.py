"""The visit page as a value: what can be ticked for it, and what then stands on it.

Uses days, looking_back, papers, plan, records and sentences. Tests: tests/domain/visit_page.
"""
