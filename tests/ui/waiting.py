"""Waiting until the worker of a part of the window has done its work, and the window shows it."""

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import TimeoutError as WaitedInVain

STEP_MS = 2
"""A test of the window waits about three times: in steps of 10 ms that was a fifth of its time."""


def wait_until(qtbot, holds, *, timeout=5_000):
    """Wait as `QtBot.waitUntil` does, but look as soon as something may have come.

    What asserts and returns nothing holds once no assertion fails.
    """
    end = QDeadlineTimer(timeout)
    while True:
        try:
            if holds() in {True, None}:
                return
        except AssertionError:
            if end.hasExpired():
                raise
        if end.hasExpired():
            raise WaitedInVain(f"It does not hold after {timeout} ms.")
        qtbot.wait(STEP_MS)


def idle(part):
    """Let the window take in what the worker made; return whether the worker rests."""
    QApplication.processEvents()
    return not part.desk.worker.busy


def settle(part, qtbot, longest=10_000):
    """Wait until the worker rests, also from what the window asks of it once it has answered."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not part.desk.worker.busy, timeout=longest)
        QApplication.processEvents()


def settle_window(window, qtbot):
    """Wait until a window shows all that it will show.

    What is counted comes first, and then what is drawn of it; each is laid out when it comes.
    """
    for _ in range(3):
        qtbot.waitUntil(lambda: not window.is_busy, timeout=30_000)
        for _ in range(4):
            QApplication.processEvents()
