"""Files that leave or come in, a module for each kind: bytes to checked values and back.

Uses domain; never Qt or SQLAlchemy. Tests: tests/exchange.
"""
