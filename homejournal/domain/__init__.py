"""What a family means: frozen values and pure functions. Nothing here reads a clock."""
