"""A copy of the journal made beside the work: how long it takes, and whom it keeps waiting."""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3

from bench.journals import copy_of, opened
from bench.saving import told_save
from bench.table import Figure
from homejournal.services.family_journal import FamilyJournal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

_ALLOWED_STALL, _ALLOWED_SAVE = 0.05, 0.1
_KEY_EACH, _SAVE_EACH = 0.02, 1.0
_QUIET_SECONDS = 2.0
_ROOT = Path(__file__).resolve().parents[2]


def copying(journal: Path, *, repeats: int) -> list[Figure]:
    """Measure in a process of its own, on a screen that nobody sees; the best of several runs."""
    ours = copy_of(journal, "copying")
    runs = [_in_a_process(ours) for _ in range(repeats)]
    shutil.rmtree(ours)
    best = {name: min(run[name] for run in runs) for name in runs[0]}
    return [
        Figure("a copy read whole, beside the work / bare driver's", best["copy"], 5.0, 3.0),
        Figure("a copy of 100,000 practices, read whole, in seconds", best["seconds"], 2.0, 1.5),
        Figure("longest a key waits while copying / 50 ms", best["key"], 1.0, 0.5),
        Figure("longest a save takes while copying / 100 ms", best["save"], 1.0, 0.5),
    ]


def measure(journal: Path) -> dict[str, float]:
    """Type and save while a copy is made.

    Return how much longer the copy takes than the driver's alone, of which only the structure is
    read, and how many seconds; and the longest waits as parts of what is allowed.
    """
    from PySide6.QtWidgets import QApplication, QLineEdit

    app = QApplication([])
    line = QLineEdit()
    line.show()
    app.processEvents()
    family = opened(journal)
    try:
        family.records.save(*told_save())  # compiles the statements
        _type_and_save(line, family, _until(time.perf_counter() + _QUIET_SECONDS))
        bare = _bare_copy(journal)
        copying = _Copying(family)
        copying.start()
        keys, saves = _type_and_save(line, family, copying.is_alive)
        copying.join()
    finally:
        family.close()
    return {
        "copy": copying.seconds / bare,
        "seconds": copying.seconds,
        "key": max(keys) / _ALLOWED_STALL,
        "save": max(saves) / _ALLOWED_SAVE,
    }


class _Copying(threading.Thread):
    """Makes the copy as the window's worker does."""

    def __init__(self, family: FamilyJournal) -> None:
        super().__init__()
        self._family = family
        self.seconds = 0.0

    def run(self) -> None:
        begin = time.perf_counter()
        self._family.safe.backups.make_beside(lambda: True)
        self.seconds = time.perf_counter() - begin


def _type_and_save(
    line: "QLineEdit", family: FamilyJournal, goes_on: Callable[[], bool]
) -> tuple[list[float], list[float]]:
    """Return how long each key and each save took."""
    from PySide6.QtTest import QTest

    keys, saves, next_save = [0.0], [0.0], time.perf_counter() + _SAVE_EACH / 2
    while goes_on():
        begin = time.perf_counter()
        QTest.keyClicks(line, "a")
        keys.append(time.perf_counter() - begin)
        if begin > next_save:
            told = told_save()
            begin = time.perf_counter()
            family.records.save(*told)
            saves.append(time.perf_counter() - begin)
            next_save = time.perf_counter() + _SAVE_EACH
        time.sleep(_KEY_EACH)
    return keys, saves


def _bare_copy(journal: Path) -> float:
    """Copy the file by the driver alone and read its structure; return the seconds."""
    copy = journal / "bare.hj"
    begin = time.perf_counter()
    with (
        closing(sqlcipher3.connect(journal / "journal.hj")) as source,
        closing(sqlcipher3.connect(copy)) as target,
    ):
        source.backup(target)
        target.execute("PRAGMA integrity_check").fetchall()
    seconds = time.perf_counter() - begin
    copy.unlink()
    return seconds


def _until(end: float) -> Callable[[], bool]:
    return lambda: time.perf_counter() < end


def _in_a_process(journal: Path) -> dict[str, float]:
    shutil.rmtree(journal / "backups", ignore_errors=True)
    program = (
        f"import sys, json; sys.path[:0] = {[str(Path(__file__).parents[1]), str(_ROOT)]!r}; "
        f"from pathlib import Path; from bench.copying import measure; "
        f"print(json.dumps(measure(Path({str(journal)!r}))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told
