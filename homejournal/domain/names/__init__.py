"""What people and things are called, and what tells apart those with the same name.

Uses records. Tests: tests/domain/names.
"""
