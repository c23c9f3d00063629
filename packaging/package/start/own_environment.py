"""Hands on the person's own environment: the libraries in here are not for other programs.

PyInstaller puts its folder into LD_LIBRARY_PATH. It was read when this program began; the viewer or
the mail program that a family opens from it would otherwise be started with libraries of ours.
"""

import os

for _name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
    _before = os.environ.pop(f"{_name}_ORIG", None)
    if _before is not None:
        os.environ[_name] = _before
    else:
        os.environ.pop(_name, None)
