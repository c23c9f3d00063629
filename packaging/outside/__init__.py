"""A desktop of its own, and a reader and hands that use homejournal from outside."""
