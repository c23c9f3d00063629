"""homejournal: a home-practice journal for families of a small child in early intervention."""

__version__ = "0.1.0"
