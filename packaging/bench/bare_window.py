"""The smallest window that Qt for Python can show: one line of text, so that a font is loaded.

    python bare_window.py BEGIN

BEGIN is the monotonic time at which the process was started; marks go to the standard output.
"""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from bench.marks import Marks
from offscreen import hush


def main() -> None:
    application = QApplication(sys.argv[:1])
    hush()
    window = QMainWindow()
    window.resize(1120, 780)
    window.setCentralWidget(QLabel("Today"))
    marks = Marks(float(sys.argv[1]), application.quit, after=("painted",))
    marks.on_paint(window, "painted")
    window.show()
    application.exec()


main()
