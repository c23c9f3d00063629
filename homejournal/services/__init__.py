"""What a family does; one transaction for each thing done.

`family_journal.py` puts it all under one roof. Tests: tests/services.
"""
