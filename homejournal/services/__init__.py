"""What a family does; one transaction for each thing done.

`family_journal.py` puts it all under one roof. Uses storage, reports, exchange and what lies below
them; never Qt or SQLAlchemy. Tests: tests/services.
"""
