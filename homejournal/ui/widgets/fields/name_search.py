"""A short window to find one of many names: type a few letters, Enter takes the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.names import matches_typed
from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.dialog import FootButtons, Role, fit, room_of
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from homejournal.texts.wording import Wording

_OF_WINDOW = 0.9
_DOWN = {Qt.Key.Key_Down, Qt.Key.Key_PageDown}


class NameSearch(QDialog):
    """`picked` carries the value of the name that was chosen; accents and case need no care.

    `hint` stands in the empty field, `nothing` is said where no name is meant.
    """

    picked = Signal(object)
    wide, high = 380, 460
    """How large it is where the window has room, in pixels at 100 %."""

    def __init__(
        self,
        wording: Wording,
        title: str,
        parent: QWidget | None = None,
        *,
        hint: str = "",
        nothing: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._choices: Sequence[tuple[object, str]] = ()
        self.stays: object = None
        """A value whose name stands there whatever is typed."""
        self.field = QLineEdit()
        hint = hint or wording.text("Type a name")
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.names = QListWidget()
        self.names.setAccessibleName(title)
        self.names.setWordWrap(True)
        self.names.setResizeMode(QListWidget.ResizeMode.Adjust)  # its lines wrap anew
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        nothing = nothing or wording.text("No name like that is on the list.")
        self._none = WrapLabel(nothing, "muted")
        buttons = FootButtons()
        self.away = buttons.addButton(wording.text("Cancel"), Role.RejectRole)
        buttons.rejected.connect(self.reject)
        in_column(
            self.field,
            self.names,
            self._none,
            buttons,
            gap=8,
            edges=(px(20), px(16), px(20), px(16)),
            inside=self,
        )
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.names.itemActivated.connect(self._take)
        self.names.itemClicked.connect(self._take)

    def ask(self, choices: Sequence[tuple[object, str]], chosen: object) -> None:
        """Open with these values and their names, at the one that is chosen."""
        self._choices = choices
        self._narrow("")
        for row, (value, _) in enumerate(choices):
            if value == chosen:
                self.names.setCurrentRow(row)
        self._fit()
        self.open()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Take no more room than the window has, in small windows with large text."""
        wanted = QSize(px(self.wide), px(self.high)).boundedTo(room_of(self) * _OF_WINDOW)
        fit(self, wanted.width(), wanted.height())

    def _narrow(self, typed: str) -> None:
        self.names.clear()
        found = self._found(typed)
        stays = [
            place
            for place, (value, _) in enumerate(self._choices)
            if value is not None and value == self.stays and place not in found
        ]
        for place in (*found, *stays):
            item = self._item(place)
            item.setData(Qt.ItemDataRole.UserRole, place)
            self.names.addItem(item)
        self.names.setVisible(bool(self.names.count()))
        self._none.setVisible(not found)
        if not found:
            announce(self, self._none.text())
        self.names.setCurrentRow(0 if found else -1)

    def _found(self, typed: str) -> Sequence[int]:
        """Return the places of the names that are meant, in the order in which they are shown."""
        names = [name for _, name in self._choices]
        return [place for place, name in enumerate(names) if matches_typed(typed, name)]

    def _item(self, place: int) -> QListWidgetItem:
        """Return the line of a name."""
        _, name = self._choices[place]
        return QListWidgetItem(name)

    def _take(self, item: QListWidgetItem) -> None:
        if self.isVisible():  # a click and Enter both come for one press on some desktops
            value, _ = self._choices[item.data(Qt.ItemDataRole.UserRole)]
            self.accept()
            self.picked.emit(value)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Go from the field on in the list with the down key: its first line is chosen already."""
        if event.type() == QEvent.Type.KeyPress and event.key() in _DOWN:  # type: ignore[attr-defined]
            self.names.setFocus(Qt.FocusReason.OtherFocusReason)
            QApplication.sendEvent(self.names, event)
            return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        item = self.names.currentItem()
        if item is not None:
            self._take(item)
