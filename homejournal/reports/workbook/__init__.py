"""What stands in a workbook of the whole journal.

Uses no other room of reports. Tests: tests/reports/workbook.
"""
