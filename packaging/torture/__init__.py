"""What was promised to families, tried until it breaks: the table of promises."""
