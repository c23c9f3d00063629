"""Start the window: python -m homejournal."""

import sys

from homejournal.app import main

if __name__ == "__main__":
    sys.exit(main())
