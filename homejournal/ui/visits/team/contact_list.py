"""The contacts with one person, newest first: a few at first, and all when asked for."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from homejournal.domain.records.people import Contact
from homejournal.texts import visits_and_team as said
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.icon_button import icon_button
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.card_section import Part
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.text.labels import RowLabel, WrapLabel

_SHOWN = 2


class ContactRows(QWidget):
    """When, how and what about; each can be changed and removed."""

    change_wanted = Signal(object)
    remove_wanted = Signal(object)
    """Contact."""
    left = Signal()
    """The part that had the focus is gone."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._contacts: tuple[Contact, ...] = ()
        self._writable = self._all = False
        self._shown: list[QWidget] = []
        self._rows = Part()
        self._more = WordButton(wording.text("Show all contacts"))
        set_look(self._more, "link")
        set_icon(self._more, "chevron-down", "muted", 16)
        self._more.clicked.connect(self._on_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(4))
        column.addWidget(WrapLabel(wording.text("Contacts"), "small"))
        column.addWidget(self._rows)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_contacts(self, contacts: Sequence[Contact], *, writable: bool) -> None:
        """Show these contacts, the newest first."""
        shown = tuple(contacts), writable
        if shown != (self._contacts, self._writable):
            self._contacts, self._writable = shown
            focused = has_focus_inside(self)
            self._fill()
            if focused:
                self.left.emit()
        self.setVisible(bool(contacts))

    def _fill(self) -> None:
        shown = self._contacts if self._all else self._contacts[:_SHOWN]
        self._shown = [self._row(one) for one in shown]
        self._rows.show_widgets(self._shown)
        self._more.setVisible(len(shown) < len(self._contacts))

    def _row(self, contact: Contact) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(2))
        column.addWidget(WrapLabel(contact.words))
        head = said.contact_head(self._wording, contact)
        foot = FlowRow(gap=4)
        foot.add(RowLabel(head, "small"))
        if self._writable:
            text = self._wording.text
            for words, icon, does in (
                (text("Change this contact…"), "pencil", self._on_change),
                (text("Remove this contact"), "trash", self._on_remove),
            ):
                button = icon_button(icon, words)
                set_icon(button, icon, "muted", 16)
                button.setProperty("contact", str(contact.id))
                button.setAccessibleDescription(f"{head}: {contact.words[:200]}")
                button.clicked.connect(does)
                foot.add(button)
        column.addWidget(foot)
        return row

    def _pressed(self) -> Contact | None:
        button = self.sender()
        if not isinstance(button, QPushButton):
            return None
        which = UUID(str(button.property("contact")))
        return next((one for one in self._contacts if one.id == which), None)

    def _on_change(self) -> None:
        self.change_wanted.emit(self._pressed())

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self._pressed())

    def _on_more(self) -> None:
        self._all = True
        self._fill()
        # Only among the new rows: those before are there until the event loop deletes them.
        first = self._shown[_SHOWN].findChild(QPushButton)
        if first is None:
            self.left.emit()
        else:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
