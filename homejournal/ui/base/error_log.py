"""What happens when something goes wrong: a log without the family's words."""

import faulthandler
import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from typing_extensions import override

from homejournal import __version__

logger = logging.getLogger("homejournal")

_LOG_BYTES = 500_000
_QUOTED = re.compile(r"""["'/\\].*""", re.DOTALL)
"""From the first quote or path on, Qt may repeat the name of a file or what somebody typed."""
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}


def trace_of(failure: BaseException) -> str:
    """Return where a failure came from: its kind and the lines of code, never its message.

    A message may hold what a family typed; the kinds and places of the program may be passed on.
    """
    told = []
    step: BaseException | None = failure
    while step is not None:
        told.append(type(step).__name__)
        told += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(step.__traceback__)
        ]
        step = step.__cause__ or step.__context__
    return "\n".join(told)


_Caught = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _WithoutWords(logging.Formatter):
    """Writes down a failure that was caught as `trace_of` tells it."""

    @override
    def formatException(self, ei: _Caught) -> str:
        return "" if ei[1] is None else trace_of(ei[1])


def details_of(failure: BaseException) -> str:
    """Return what to copy when asking for help: versions and places in the program."""
    return f"{versions()}\n{trace_of(failure)}"


def versions() -> str:
    """Return which versions of what run here, in one line."""
    import platform

    program = f"homejournal {__version__} · Python {platform.python_version()} · Qt {qVersion()}"
    return f"{program} · {platform.platform()}"


def _log_with_room(folder: Path) -> Path:
    """Return the log's file; a long one becomes the old one, of which only the last is kept.

    `logging.handlers` could do this at every line, but takes as long to load as the whole page
    Today takes to be read.
    """
    log = folder / "homejournal.log"
    if log.exists() and log.stat().st_size > _LOG_BYTES:
        log.replace(folder / "homejournal.log.1")
    return log


class Failures(QObject):
    """Catches what nothing else caught, writes it down and tells the window.

    `happened` carries the exception and arrives on the thread of the window.
    """

    happened = Signal(object)

    def __init__(self, log_folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log: IO[str] | None = None
        self._handler: logging.Handler | None = None
        self._unraisable_before = sys.unraisablehook
        if log_folder is not None:
            self._open_log(log_folder)

    def install(self) -> None:
        """Take over from Python and Qt what would otherwise end unseen."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        self._unraisable_before, sys.unraisablehook = sys.unraisablehook, self._on_unraisable
        qInstallMessageHandler(_on_qt_message)

    def close(self) -> None:
        """Give everything back and close the log."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = self._unraisable_before
        qInstallMessageHandler(None)
        if self._handler is not None:
            logger.removeHandler(self._handler)
            self._handler.close()
        if self._log is not None:
            faulthandler.disable()
            self._log.close()

    def _open_log(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handler = logging.FileHandler(_log_with_room(folder), encoding="utf-8", delay=True)
            self._log = (folder / "crash.log").open("a", encoding="utf-8")
        except OSError:
            return  # without a log folder the program works all the same
        handler.setFormatter(_WithoutWords("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        self._handler = handler
        faulthandler.enable(self._log)

    def _on_exception(
        self, kind: type[BaseException], failure: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, failure, trace)
            return
        logger.error("unexpected:\n%s", trace_of(failure))
        self._say(failure, lambda: sys.__excepthook__(kind, failure, trace))
        self.happened.emit(failure)

    @staticmethod
    def _say(failure: BaseException, say_all: Callable[[], None]) -> None:
        """Say it on the console: whole to a person who sits there, without its message to a file.

        A desktop keeps in a file what its programs say, and a message may hold a family's words.
        """
        if sys.stderr is None:  # a program without a console
            return
        if sys.stderr.isatty():
            say_all()
        else:
            sys.stderr.write(f"{trace_of(failure)}\n")

    def _on_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._on_exception(told.exc_type, told.exc_value, told.exc_traceback)

    def _on_unraisable(self, told: "sys.UnraisableHookArgs") -> None:
        """Log an exception that Python could not raise, as in a destructor."""
        if told.exc_value is not None:
            logger.error("unraisable:\n%s", trace_of(told.exc_value))
            self._say(told.exc_value, lambda: sys.__unraisablehook__(told))


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    logger.log(_QT_LEVELS.get(kind, logging.ERROR), "Qt: %s", _QUOTED.sub("…", message or ""))
