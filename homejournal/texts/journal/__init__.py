"""The words of entries, of their earlier versions, and of the bin.

Uses papers, plan and today. Tests: tests/texts/journal.
"""
