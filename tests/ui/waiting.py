"""Waiting until the worker of a part of the window has done its work, and the window shows it."""

from PySide6.QtWidgets import QApplication


def idle(part):
    """Let the window take in what the worker made; return whether the worker rests."""
    QApplication.processEvents()
    return not part.desk.worker.busy


def settle(part, qtbot, longest=10_000):
    qtbot.waitUntil(lambda: not part.desk.worker.busy, timeout=longest)
    QApplication.processEvents()
