"""Measures speed and memory as ratios: python packaging/dev.py bench."""
