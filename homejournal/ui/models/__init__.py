"""Qt models over what the services answer."""
