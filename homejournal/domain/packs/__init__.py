"""The packs for a review and for the third birthday, as values.

Uses charts, days, journal, looking_back, names, papers, plan, plan_steps, records, sentences,
visit_page and visits. Tests: tests/domain/packs.
"""
