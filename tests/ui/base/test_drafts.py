"""What is typed without a pause is kept, too: no word is older than two seconds before it is."""

import signal
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from homejournal.services.opening import open_journal
from homejournal.ui.base.drafts import LONGEST_MS, PAUSE_MS, TypingPause
from tests.journals import DEVICE

OLDEST_MS = 2000
_TYPES_ON_AND_IS_KILLED = """
import os, signal, sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID
from PySide6.QtCore import QElapsedTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from homejournal.services.opening import open_journal
from homejournal.ui.window.main_window import MainWindow
from homejournal.ui.base.preferences import Preferences
from homejournal.ui.widgets.fields.note_field import NoteEdit
app = QApplication([])
now = datetime(2026, 3, 22, 20, tzinfo=timezone(timedelta(hours=-5)))
journal = open_journal(Path(sys.argv[1]), clock=lambda: now, device=UUID(sys.argv[3]), write=True)
window = MainWindow(Preferences(Path(sys.argv[2])), "en")
window.take(journal)
window.show()
window.activateWindow()
window.open_first()
window.warmed()
place = sys.argv[4]
window.open_page({"note": "today", "visit": "visits", "page": "visit_page"}[place])
if place == "visit":
    window.page.new()
if place == "note":
    window.page.lines[0].open_note()
for _ in range(20):
    app.processEvents()
whole = app.activeModalWidget() or window.page
edit = next(one for one in whole.findChildren(NoteEdit) if one.isVisible())
edit.setFocus()
typing, since = QElapsedTimer(), QElapsedTimer()
typing.start()
told = []
while typing.elapsed() < 3200:
    QTest.keyClick(edit, "x")
    told.append(typing.elapsed())
    since.start()
    while since.elapsed() < 50:
        app.processEvents()
end = typing.elapsed()
print(sum(one < end - 2000 for one in told), len(told), flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.usually(place=["note"])
@pytest.mark.parametrize("place", ["note", "visit", "page"])
def test_what_is_typed_without_a_pause_outlives_a_kill(place, three, tmp_path):
    folder = three.journal.folder
    three.journal.close()
    told = [folder, tmp_path / "w.ini", DEVICE, place]
    asked = [sys.executable, "-c", _TYPES_ON_AND_IS_KILLED, *map(str, told)]
    ended = subprocess.run(asked, capture_output=True, text=True, timeout=100, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    old, whole = map(int, ended.stdout.split())
    journal = open_journal(folder, clock=three.clock, device=DEVICE)
    kept = [text.count("x") for text in journal.drafts.kept().values()]
    journal.close()
    assert kept
    assert 0 < old <= max(kept) <= whole


class _Clock:
    """Stands where a pause asks how long somebody has typed; the time is the test's own."""

    now = begun = 0

    def start(self):
        self.begun = self.now

    def elapsed(self):
        return self.now - self.begun


class _Pause(TypingPause):
    """Rings when the test's own clock says so."""

    rings = None

    def start(self, ms):
        self.rings = self._since.now + ms

    def isActive(self):
        return self.rings is not None


@given(st.lists(st.integers(0, 2 * PAUSE_MS), min_size=1, max_size=200))
def test_however_one_types_no_word_waits_longer_than_that(gaps):
    pause, clock = _Pause(lambda: None, QObject()), _Clock()
    pause._since, first, waited = clock, None, []
    for gap in gaps:
        pause.typed()
        first = clock.now if first is None else first
        clock.now += gap
        if clock.now >= pause.rings:
            waited.append(pause.rings - first)
            pause.rings = first = None
    left = [] if first is None else [pause.rings - first]
    assert max([0, *waited, *left]) <= LONGEST_MS < OLDEST_MS
