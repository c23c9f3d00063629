"""Fields for a new password, typed twice, and for remembering it on this computer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from homejournal.domain.safe.passwords import MOST_LETTERS, Guess
from homejournal.texts.passwords import guess_of, guess_said, not_the_same
from homejournal.ui.widgets.fields.choices import TickRow
from homejournal.ui.widgets.fields.form import Form, clear_problem, show_problem
from homejournal.ui.widgets.fields.note_field import LineWithEnter
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


class RememberKeyBox(QWidget):
    """The choice to open the journal on this computer without asking."""

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        said = wording.text(
            "Anyone who uses your account on this computer can open the journal then."
        )
        self._row = TickRow("here", wording.text("Open on this computer without asking"), said)
        self.choice = self._row.box
        in_column(self._row, WrapLabel(said, "small"), inside=self, gap=0)

    def show_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Set the box without a signal."""
        self._row.show_ticked(chosen)


class NewPasswordFields(QWidget):
    """`chosen` returns the password once it is typed twice in the same way."""

    entered = Signal()
    """Enter was pressed in the second field."""

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        self._wording = wording
        text = wording.text
        self.first, self.again = QLineEdit(), LineWithEnter()
        self.shown = QCheckBox(text("Show what I type"))
        self._guess = WrapLabel(guess_said(wording, Guess.TOO_SHORT), "small")
        form = Form()
        form.add_row(text("New password"), self.first)
        form.addRow(self._guess)
        form.add_row(text("The same password once more"), self.again)
        form.addRow(self.shown)
        for field in (self.first, self.again):
            field.setMaxLength(MOST_LETTERS)
        in_column(form, inside=self, gap=6)
        self.first.textChanged.connect(self._on_typed)
        self.again.textChanged.connect(self._on_again)
        self.again.returnPressed.connect(self.entered)
        self.shown.toggled.connect(self._show)
        self._show(shown=False)
        self._say_guess()
        self.setFocusProxy(self.first)

    def chosen(self) -> str | None:
        """Return the password, or None after showing what is wrong."""
        self._clear()
        password = self.first.text()
        if guess_of(self._wording, password) is Guess.TOO_SHORT:
            self._guess.hide()  # the same words stand under the field, as what is to be mended
            show_problem(self.first, guess_said(self._wording, Guess.TOO_SHORT))
            self.first.setFocus()
        elif password != self.again.text():
            show_problem(self.again, not_the_same(self._wording))
            self.again.setFocus()
        else:
            return password
        return None

    def forget(self) -> None:
        self.first.clear()
        self.again.clear()
        self._clear()

    def _clear(self) -> None:
        clear_problem(self.again)
        self._say_guess()

    def _say_guess(self) -> None:
        """Show how hard the password is to guess, for a screen reader, too."""
        clear_problem(self.first)
        words = guess_said(self._wording, guess_of(self._wording, self.first.text()))
        self._guess.setText(words)
        self._guess.show()
        self.first.setAccessibleDescription(words)

    def _on_typed(self, _typed: str) -> None:
        self._say_guess()

    def _on_again(self, _typed: str) -> None:
        clear_problem(self.again)

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.first.setEchoMode(mode)
        self.again.setEchoMode(mode)
