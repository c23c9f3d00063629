"""Revisions and what follows from them as rows of tables; statements, projection, search index.

Uses file. Tests: tests/storage/records.
"""
