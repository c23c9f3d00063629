"""One start on an encrypted journal: from Enter in the small window to the painted day.

    python unlock_run.py JOURNAL PASSWORD

Prints one line of JSON: the seconds until the key was found, and until the page was painted.
"""

import gc
import json
import sys
import time
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from homejournal.app import clock_of
from homejournal.program import Program
from homejournal.program_arguments import Asked
from offscreen import hush


def main() -> None:
    journal, password = Path(sys.argv[1]), sys.argv[2]
    gc.disable()  # as the program does
    app = QApplication([])
    hush()
    clock = clock_of(date(2026, 3, 22))
    asked = Asked(journal=journal, example=False, today=None, language="en", data=None)
    program = Program(app, asked, clock)
    program.start()
    small = program._unlock  # noqa: SLF001
    if small is None:
        raise SystemExit("this journal asks for no password")
    _turn(app, 0.5)  # somebody types for longer than this
    field = small.form.by_password.password
    field.setText(password)
    begin = time.monotonic()
    QTest.keyClick(field, Qt.Key.Key_Return)
    while not program._windows:  # noqa: SLF001
        app.processEvents()
        time.sleep(0.001)
    found = time.monotonic() - begin
    window = program._windows[0]  # noqa: SLF001
    while window.page is None:
        app.processEvents()
    app.processEvents()
    print(json.dumps({"found": found, "painted": time.monotonic() - begin}), flush=True)
    window.close()
    program._on_quit()  # noqa: SLF001


def _turn(app: QApplication, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)


if __name__ == "__main__":
    main()
