"""Windows that nobody sees, without what Qt says of each of them."""

import sys

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

SAID_OF_EVERY_WINDOW = "This plugin does not support propagateSizeHints()"


def without_noise(words: str) -> str:
    """Return all lines but those that the offscreen plugin says of every window."""
    lines = words.splitlines(keepends=True)
    return "".join(line for line in lines if SAID_OF_EVERY_WINDOW not in line)


def hush() -> None:
    """Let Qt say whatever else it has to say, and that one sentence no more."""
    qInstallMessageHandler(_on_qt_message)


def _on_qt_message(kind: QtMsgType, _context: object, message: str | None) -> None:
    sys.stderr.write(without_noise(f"{kind.name}: {message}\n"))
