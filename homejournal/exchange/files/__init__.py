"""Single files that come in or leave: photos, hand-outs, calendars, locked PDFs, mail links.

Uses journal, json and packs. Tests: tests/exchange/files.
"""
