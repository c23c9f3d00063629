"""A screen that a picture is made of."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication, QWidget

from homejournal.services.opening import words_of_example
from homejournal.ui.base.actions import Action

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.ui.window.main_window import MainWindow

Go = Callable[["MainWindow"], None]
Show = Callable[["MainWindow"], QWidget]


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen by its name: the page it is on, and what is pressed there, in the source's words.

    `pressed` are buttons or menu items of the page; `action` is one of the menu bar.
    `strategy` is the name of the one that the page is opened at. Where a dialog opens, the picture
    is of the dialog; with `whole` it is of all that can be scrolled to.
    """

    name: str
    page: str
    pressed: tuple[str, ...] = ()
    action: Action | None = None
    first_entry: bool = False
    strategy: str = ""
    whole: bool = False
    first: Go | None = None
    """What a person brought along or did before: a file, a picture."""
    at: str = ""
    """The part of the page that it is opened at, by its name."""
    then: Show | None = None
    """What a person does at last; returns what the picture shows."""


def strategy_called(window: "MainWindow", name: str) -> "UUID":
    """Return the example family's strategy of a name, which it may say in the window's language."""
    strategies = window.journal.family().strategies.values()
    names = {name, words_of_example(window.desk.wording.language).get(name)}
    return next(strategy.id for strategy in strategies if strategy.name in names)


_LONGEST_MS = 30_000
_REST_S = 0.005


def wait_until(ready: Callable[[], bool]) -> None:
    """Let the window work until this is so. Raises TimeoutError after half a minute."""
    waited = QElapsedTimer()
    waited.start()
    while not ready():
        QApplication.processEvents()
        if waited.elapsed() > _LONGEST_MS:
            raise TimeoutError("What the picture is to show did not come within half a minute.")
        rest()


def rest() -> None:
    """Wait a moment, as a window does in which nothing happens.

    Whoever only asks again and again keeps Python from the worker: what takes it milliseconds then
    takes many seconds.
    """
    time.sleep(_REST_S)
