"""The journal folder: opening, revisions, queries. SQLAlchemy lives here alone.

What concerns the whole of a journal stands beside the rooms: checking it, copying it, building it
anew, and deleting for good. Uses domain; never Qt. Tests: tests/storage.
"""
