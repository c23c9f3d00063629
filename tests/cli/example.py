"""The example family's file, and the days since its last visit."""

from homejournal.resources import resource

EXAMPLE = resource("example", "family.json")
DAYS = ("--from", "2026-06-10", "--to", "2026-06-28", "--today", "2026-06-28")
THREE_MONTHS = ("--from", "2026-03-30", "--to", "2026-06-28", "--today", "2026-06-28")
"""All that the example family wrote."""
