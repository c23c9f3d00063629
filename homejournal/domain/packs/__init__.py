"""The packs for a review and for the third birthday, as values.

Uses days, journal, looking_back, names, papers, plan, records, sentences, visit_page and visits.
Tests: tests/domain/packs.
"""
