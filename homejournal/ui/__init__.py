"""The window."""

from homejournal.plain_imports import import_as_python_does

import_as_python_does()
