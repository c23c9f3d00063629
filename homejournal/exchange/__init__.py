"""Files that leave or come in: bytes to checked values and back.

Uses domain; never Qt or SQLAlchemy. Tests: tests/exchange.
"""
