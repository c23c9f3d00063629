"""The smallest window that Qt for Python can show: one line of text, so that a font is loaded.

    python bare_window.py BEGIN

BEGIN is the monotonic time at which the process was started; marks go to the standard output.
"""

import sys

from marks import Marks
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


def main() -> None:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1120, 780)
    window.setCentralWidget(QLabel("Today"))
    marks = Marks(float(sys.argv[1]))
    marks.on_paint(window, "painted")
    marks.then(application.quit, after=("painted",))
    window.show()
    application.exec()
    del window


main()
