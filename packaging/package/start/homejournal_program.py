"""The frozen program: the command line where it is called homejournal-cli, else the window."""

import sys
from pathlib import Path

if Path(sys.argv[0]).stem == "homejournal-cli":
    from homejournal.cli.main import main
else:
    from homejournal.app import main

sys.exit(main())
