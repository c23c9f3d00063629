"""What input methods and dead keys write on a card, where no field has the focus."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from homejournal.ui.widgets.cards.typing_area import typing_area_of

_TAKES_INPUT = Qt.WidgetAttribute.WA_InputMethodEnabled


class InputOnCards(QObject):
    """Watches whatever has the focus on a card that takes words; there is one for a program.

    Qt gives what an input method writes to the part that has the focus alone, and to none of those
    around it.
    """

    _NAME = "inputOnCards"

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(self._NAME)
        self._watched: QWidget | None = None
        app.focusChanged.connect(self._on_focus)

    @classmethod
    def begin(cls) -> None:
        """Watch from now on."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and app.findChild(QObject, cls._NAME) is None:
            cls(app)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None and old is self._watched:
            old.removeEventFilter(self)
            old.setAttribute(_TAKES_INPUT, on=False)
        self._watched = None
        if now is None or now.testAttribute(_TAKES_INPUT):
            return
        if typing_area_of(now) is not None:
            self._watched = now
            now.installEventFilter(self)
            now.setAttribute(_TAKES_INPUT)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QInputMethodEvent):
            return False
        words = event.commitString()
        area = typing_area_of(watched) if isinstance(watched, QWidget) else None
        if words and area is not None:
            area.type_here(words)
        event.accept()
        return True
