"""The window: one room for each place that a family goes to, over what all of them share.

Uses services and what lies below them; never SQLAlchemy. Tests: tests/ui.
"""

from homejournal.import_hook import import_as_python_does

import_as_python_does()
