"""The window."""

from homejournal.import_hook import import_as_python_does

import_as_python_does()
