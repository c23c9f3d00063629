"""Papers that a menu makes: the week for the fridge, packs, the book.

Uses day_rows, records, attachments, kit and what lies below; no other room. Tests:
tests/ui/papers.
"""
