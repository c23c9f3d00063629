"""Files that leave or come in: bytes to checked values and back."""
