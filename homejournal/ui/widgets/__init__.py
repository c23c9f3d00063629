"""The building blocks of the pages; all their words come from the caller."""
