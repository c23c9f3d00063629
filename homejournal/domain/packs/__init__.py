"""The packs for a review and for the third birthday, as values.

Uses days, looking_back, papers, plan, records, sentences and visit_page. Tests: tests/domain/packs.
"""
