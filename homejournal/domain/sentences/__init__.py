"""Which sentences the numbers allow, as values in no language yet.

One rule: a sentence is a class in `values.py`, and its words an entry in `texts/sentences.py`.
`allowed_sentences.py` and `headlines.py` choose which sentences are said.

Uses days, looking_back and records. Tests: tests/domain/sentences.
"""
