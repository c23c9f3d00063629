"""What all cards of the page that keeps the journal safe share."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.ui.base.actions import Action
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import FoldButton, make_button
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.wrapping_button import WordButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.ui.base.desk import Desk


class SafeCard(Card):
    """One line for each subject: its name, how things are, what is mostly done; `rare` is folded.

    What needs the family stands in `body`, in sight. On a journal that is damaged or closed, a
    card that cannot read says so and offers nothing.
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

    def __init__(self, desk: "Desk", title: str, more: str = "") -> None:
        """`more` are the words that open what is folded, where they are not the usual ones."""
        super().__init__(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.desk, self.wording = desk, desk.wording
        text = self.wording.text
        self.state = WrapLabel("", "muted")
        self.add_under_title(self.state)
        self.unread = WrapLabel("")
        self.unread.hide()
        self._part, folded = QWidget(), QWidget()
        self.rare = in_column(inside=folded, gap=8, edges=(0, px(8), 0, 0))
        self.more = FoldButton(folded, (more or text("More"), text("Less")), title)
        self.body.setSpacing(0)  # what is empty takes no room
        self.body.addWidget(self.unread)
        self.body.addWidget(self._part)
        self.body.addWidget(folded)
        self.body = in_column(inside=self._part, gap=8)
        self._parts = (self._part, folded, self._chips)

    @override
    def _rescale(self) -> None:
        super()._rescale()
        self._all.setContentsMargins(px(20), px(12), px(20), px(10))

    def offer(self, *buttons: QPushButton, folds: bool = True) -> None:
        """Show these in the line, and what opens the rest."""
        for button in (*buttons, *((self.more,) if folds else ())):
            self.add_corner(button)
            if not button.accessibleDescription():
                button.setAccessibleDescription(self.title())

    def fold_away(self, *parts: QWidget) -> None:
        """Put these where they are seen only once somebody asks for more."""
        for part in parts:
            self.rare.addWidget(part)

    def unfold(self) -> None:
        """Show what is folded, too."""
        self.more.setChecked(True)

    def show_state(self, words: str) -> None:
        self.state.say(words)

    def show_values(self) -> None:
        """Show the present state; called whenever the page comes to the front."""
        try:
            self.fill()
        except JournalError:
            self.unread.setText(self.wording.text("This cannot be read from your journal now."))
            readable = False
        else:
            readable = True
        self.unread.setVisible(not readable)
        for part in self._parts:
            part.setEnabled(readable)

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
        """Show all of it, and give the keyboard to what it is mostly opened for."""
        self.unfold()
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
