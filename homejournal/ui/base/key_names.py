"""Keys are called in menus and lists as in the help, and as they stand on the keyboard."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTranslator
from typing_extensions import override

from homejournal.texts.wording import key_names

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from homejournal.texts.wording import Wording

_NAME = "keys"


class KeyNames(QTranslator):
    """Is asked before Qt's own words, and knows keys alone."""

    def __init__(self, app: "QApplication", wording: "Wording") -> None:
        super().__init__(app)
        self.setObjectName(_NAME)
        self._names = key_names(wording)

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1, /
    ) -> str | None:
        # Nothing is what Qt takes for "ask the next one".
        return self._names.get(source) if context == "QShortcut" else None


def call_keys(app: "QApplication", wording: "Wording | None") -> None:
    """Call the keys as a language does, or as Qt does without being asked."""
    before = cast("QTranslator | None", app.findChild(QTranslator, _NAME))
    if before is not None:
        app.removeTranslator(before)
        before.setObjectName("")
        before.deleteLater()
    if wording is not None:
        app.installTranslator(KeyNames(app, wording))
