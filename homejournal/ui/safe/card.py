"""What all cards of the page that keeps the journal safe share."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from homejournal.domain.errors import JournalError
from homejournal.ui.base.actions import Action
from homejournal.ui.widgets.buttons.button import make_button
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.ui.base.desk import Desk


class SafeCard(Card):
    """One card for each subject, which fills itself.

    On a journal that is damaged or closed, a card that cannot read says so and offers nothing.
    """

    wants = Signal(object)
    """An Action of the window."""
    tells = Signal(str)
    """A short sentence about something that Undo does not take back."""
    copied = Signal()
    """There may be one more copy of the journal."""
    password_changed = Signal()
    """A password was just set or removed."""
    media_restored = Signal()
    """Photos came back from a copy, so that what the check said of them is out of date."""

    def __init__(self, desk: "Desk", title: str) -> None:
        super().__init__(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.desk, self.wording = desk, desk.wording
        self.unread = WrapLabel("")
        self.unread.hide()
        self._part = QWidget()
        self.body.addWidget(self.unread)
        self.body.addWidget(self._part)
        self.body = in_column(inside=self._part, gap=8)

    def show_values(self) -> None:
        """Show the present state; called whenever the page comes to the front."""
        try:
            self.fill()
        except JournalError:
            self.unread.setText(
                self.wording.text("What belongs here cannot be read from your journal now.")
            )
            self._part.setEnabled(False)
            self.unread.show()
        else:
            self.unread.hide()
            self._part.setEnabled(True)

    def forget_messages(self) -> None:
        """Show the present state, and forget messages about an earlier one."""
        self.show_values()

    def follow_password(self) -> None:
        """Show the present state after a password was set or removed."""
        self.show_values()

    def fill(self) -> None:
        """Read the present state and show it; raises JournalError if it cannot be read."""
        raise NotImplementedError

    def begin(self) -> None:
        """Give the keyboard to what this card is mostly opened for."""
        button = self.first_button()
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_button(self) -> QPushButton | None:
        """Return the first button that can be pressed now."""
        offered = (button for button in self.findChildren(QPushButton) if button.isVisible())
        return next((button for button in offered if button.isEnabled()), None)

    def show_damage(self) -> None:
        """Let the window say that the journal is damaged."""
        self.wants.emit(Action.SHOW_DAMAGE)

    def button(
        self, words: str, on: "Callable[[], object] | None" = None, *, look: str = ""
    ) -> WordButton:
        """Return a button with these words, which a screen reader says, too, and its press."""
        made = make_button(words.replace("&", "&&"), on=on, look=look)
        made.setAccessibleName(words)
        made.let_wrap()
        return made
