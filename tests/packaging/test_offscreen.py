"""What the offscreen plugin says of every window is not told; all else that Qt says is."""

import os
import subprocess
import sys

_SAYS = """
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication, QWidget
from offscreen import hush
app = QApplication([])
{hush}
shown = QWidget()
shown.setMinimumSize(100, 100)
shown.show()
shown.setMinimumSize(200, 200)
app.processEvents()
qWarning("something else")
"""


def said(root, hush):
    places = os.pathsep.join([str(root), str(root / "packaging")])
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": places}
    order = [sys.executable, "-c", _SAYS.format(hush=hush)]
    told = subprocess.run(order, check=True, capture_output=True, text=True, env=environment)
    return told.stderr


def test_only_what_is_said_of_every_window_is_not_told(root):
    assert said(root, "hush()") == "QtWarningMsg: something else\n"
    assert "propagateSizeHints" in said(root, "")
