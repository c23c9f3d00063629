"""The words of the Progress page and of its filter.

Uses names and today. Tests: tests/texts/looking_back.
"""
