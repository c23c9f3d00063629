"""Photos and hand-outs beside the journal's file, by the hash of their bytes.

Uses file and records. Tests: tests/storage/media.
"""
