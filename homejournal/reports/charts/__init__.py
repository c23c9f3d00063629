"""Charts as figures: axes, bars, dots, groups, legend and letters.

Uses chart_words. Tests: tests/reports/charts.
"""
