"""A whole journal or a plan as a file: JSON, or tables in a zip file.

Uses files, json and packs. Tests: tests/exchange/journal.
"""
