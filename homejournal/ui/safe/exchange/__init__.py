"""Files of the whole journal: written, taken in, handed over, moved to a new computer.

Uses the other rooms of safe, day_rows, records, kit and what lies below; no other room. Tests:
tests/ui/safe/exchange.
"""
