"""The journal folder: opening, revisions, queries. SQLAlchemy lives here alone."""
