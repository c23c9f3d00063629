"""A dialog that confirms what cannot be undone; Enter alone never does it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.domain.text_rules import folded
from homejournal.texts.safe.deleting_for_good import type_to_go_on
from homejournal.ui.kit.steps import Steps
from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.dialog import FootButtons, Role, fit
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from homejournal.ui.base.desk import Desk

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WIDTH = 580


class ConfirmDialog(Steps):
    """Subclasses add parts to `column` and answer in `go_on`.

    Where a word is to be typed, the button can be pressed only once it stands there. Enter leads
    from the word to the button, which it then presses; everywhere else it is Cancel.
    """

    def __init__(self, desk: "Desk", title: str, yes: str, parent: QWidget | None) -> None:
        super().__init__(desk.wording, desk.worker, title, parent)
        self.desk = desk
        self._word = ""
        self.typed = QLineEdit()
        self._label = WrapLabel("", "strong")
        self._row = self._typing()
        self._buttons = FootButtons()
        self.yes = self._buttons.add_careful(yes)
        self.cancel = self._buttons.addButton(self.wording.text("Cancel"), Role.RejectRole)
        self._buttons.accepted.connect(self._on_yes)
        self._buttons.rejected.connect(self.reject)
        self.typed.textChanged.connect(self._on_typed)

    def set_word(self, word: str) -> None:
        """Require a word to be typed before the button works; none where it is empty."""
        self._word = word
        self._row.setVisible(bool(word))
        label = type_to_go_on(self.wording, word) if word else ""
        self._label.setText(label)
        self.typed.setAccessibleName(label)
        self.typed.clear()
        self._on_typed()

    def ask(self) -> None:
        """Open the dialog, as large as its text needs and its window allows."""
        self.column.add(self._row)
        self.lay_out(self.work, self.notice, self._buttons)
        self.cancel.setDefault(True)
        self.set_word(self._word)
        height = self.column.column.totalHeightForWidth(px(_WIDTH)) + px(90)
        fit(self, px(_WIDTH), height)
        self.open()

    @override
    def keyPressEvent(self, event: "QKeyEvent", /) -> None:
        if event.key() not in _ENTER or not (self.typed.hasFocus() or self.yes.hasFocus()):
            super().keyPressEvent(event)
        elif self.typed.hasFocus():  # closed by it, one would believe that all is deleted
            self.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not event.isAutoRepeat():
            self.yes.click()

    def go_on(self) -> None:
        """Do what cannot be taken back. Raises JournalError; the dialog stays open then."""
        raise NotImplementedError

    def can_go_on(self) -> bool:
        """Return whether there is anything to do."""
        return True

    def _typing(self) -> QWidget:
        self._label.setBuddy(self.typed)
        row = QWidget()
        in_column(self._label, self.typed, gap=4, inside=row)
        return row

    def _on_typed(self, *_said: object) -> None:
        is_typed = not self._word or folded(self.typed.text()) == folded(self._word)
        self.yes.setEnabled(is_typed and self.can_go_on())

    def begin(self) -> None:
        """Do it at once; subclasses do long work on the worker first."""
        self.finish()

    def finish(self) -> None:
        """Do it, and close; a failure is shown."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # many years take a moment
        try:
            self.go_on()
        except JournalError as failure:
            self.warn(self.why(failure))
        else:
            self.accept()
        finally:
            QApplication.restoreOverrideCursor()

    def _on_yes(self) -> None:
        self.notice.hide()
        self.begin()
