"""Sealed files for another computer or home: packs and batches.

Uses json. Tests: tests/exchange/packs.
"""
