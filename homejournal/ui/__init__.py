"""The window: one room for each place that a family goes to, over what all of them share.

Uses services and what lies below them; never SQLAlchemy. Tests: tests/ui.
"""

import builtins
from importlib import import_module


def import_as_python_does() -> None:
    """Give the import statement back to Python, which Qt for Python takes when it is loaded.

    In single modules Qt's methods can have other names (`from __feature__ import …`). To be ready
    for that, Qt for Python reads the source of every module that anybody imports and looks for the
    word PySide6, and Python keeps all lines that were ever read so: a quarter of the memory of the
    open window, and a tenth of its start. Nothing here uses such names. What Python had is kept in
    `builtins`, as Qt for Python's own `shibokensupport/feature.py` tells.
    """
    import_module("PySide6.QtCore")
    vars(builtins)["__import__"] = getattr(builtins, "__orig_import__", builtins.__import__)


import_as_python_does()
