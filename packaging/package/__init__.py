"""Makes what a family gets, and tries it where nothing is installed: dev.py package."""
