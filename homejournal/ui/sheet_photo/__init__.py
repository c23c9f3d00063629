"""Photos of filled-in week sheets: read, shown beside the week, asked about, and saved in one step.

Uses week_grid, kit and what lies below; no other room. Tests: tests/ui/sheet_photo.
"""
