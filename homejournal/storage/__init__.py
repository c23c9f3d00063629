"""The journal folder: opening, revisions, queries. SQLAlchemy lives here alone.

Beside the rooms stand `migrations.py`, the steps from older tables to the present ones, and
`rebuilding.py`, a damaged journal built anew. Uses domain; never Qt. Tests: tests/storage.
"""
