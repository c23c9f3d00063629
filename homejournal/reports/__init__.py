"""Values in, bytes out: charts, pages, text."""
