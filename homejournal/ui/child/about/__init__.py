"""About our child: the family's words, a page for somebody new, putting the journal away.

Uses the other rooms of child, day_rows, records, kit and what lies below; no other room. Tests:
tests/ui/child/about.
"""
