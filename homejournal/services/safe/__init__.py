"""What keeps a journal safe, each thing in a room of its own.

Uses records.
"""
