"""How values become words, in one language at a time."""
