"""Sealed files for another computer or home: packs and batches.

Uses journal and json. Tests: tests/exchange/packs.
"""
