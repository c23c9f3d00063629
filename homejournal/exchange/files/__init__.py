"""Single files that come in or leave: photos, tables, calendars, workbooks, PDFs, mail links.

Uses json. Tests: tests/exchange/files.
"""
