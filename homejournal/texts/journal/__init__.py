"""The words of entries, of their earlier versions, and of the bin.

Uses names, papers, plan, today and visits. Tests: tests/texts/journal.
"""
