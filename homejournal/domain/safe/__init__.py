"""Copies, passwords, repair and deleting for good: what is decided without touching a disk.

Uses records. Tests: tests/domain/safe.
"""
