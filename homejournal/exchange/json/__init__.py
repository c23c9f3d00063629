"""Values as JSON and back, and what every JSON file is checked for.

Uses no other room of exchange. Tests: tests/exchange/json.
"""
