"""What is loaded once everything stands on the screen, most of it in a thread of its own."""

from threading import Thread

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QIcon


class WarmingUp(QObject):
    """Loads the program's icon, and what writing and searching need; each window asks for it."""

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._threads: list[Thread] = []

    def begin(self) -> None:
        """Take the icon, and load the rest in a thread; `done` follows in the window's."""
        _take_icon()
        thread = Thread(target=self._load, name="homejournal-warm-up", daemon=True)
        self._threads.append(thread)
        thread.start()

    def end(self) -> None:
        """Wait until all is loaded: each thread tells this object, which may be gone then."""
        for thread in self._threads:
            thread.join()

    def _load(self) -> None:
        from homejournal.services.family_journal import FamilyJournal

        FamilyJournal.warm_up()
        self.done.emit()


def _take_icon() -> None:
    from homejournal.resources import resource

    icon = resource("icons", "homejournal.svg")
    if icon.exists():
        QGuiApplication.setWindowIcon(QIcon(str(icon)))
