"""The letters of the recovery sheet, typed in one field; gaps and small letters are as good."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.safe.recovery_letters import (
    GROUP_LETTERS,
    GROUPS,
    SheetTypoError,
    place_of_group,
    plain_letters,
)
from homejournal.texts.keys.password import nobody_can_open
from homejournal.texts.keys.recovery_sheet import typo_said
from homejournal.ui.theme import px, set_look
from homejournal.ui.widgets.buttons.single_press_button import OnceButton
from homejournal.ui.widgets.fields.form_rows import add_row, clear_problem, make_form, show_problem
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording

_MOST_LETTERS = 400
_LINES = 3


class SheetForm(QWidget):
    """Asks for the letters; whoever shows it looks whether they open the journal."""

    typed = Signal(str)
    left = Signal()
    """Somebody wants to type the password after all."""

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        self._wording = wording
        text = wording.text
        self.letters = _Letters()
        self._count = WrapLabel("", "small")
        self.go_on = OnceButton(text("Continue"))
        set_look(self.go_on, "primary")
        self.back = OnceButton(text("I know the password"))
        set_look(self.back, "link")
        form = make_form()
        add_row(
            form,
            text("Letters of the recovery sheet"),
            self.letters,
            text("Group after group. Large or small letters and gaps do not matter."),
        )
        buttons = FlowRow(gap=8)
        buttons.add(self.go_on, self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addLayout(form)
        column.addWidget(self._count)
        column.addWidget(buttons)
        column.addWidget(WrapLabel(nobody_can_open(wording), "small"))
        self.letters.textChanged.connect(self._on_text)
        self.letters.entered.connect(self._on_go_on)
        self.go_on.clicked.connect(self._on_go_on)
        self.back.clicked.connect(self.left)
        self._on_text()

    def begin(self) -> None:
        """Go to the field."""
        self.letters.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Forget what is typed."""
        self.letters.clear()

    def say(self, typo: SheetTypoError) -> None:
        """Say under the field where to look again, and choose the group: it is typed over."""
        show_problem(self.letters, typo_said(self._wording, typo))
        self.begin()
        if typo.groups:
            self.letters.choose(*place_of_group(self.letters.toPlainText(), typo.groups[0]))

    def be_busy(self, *, busy: bool) -> None:
        """Show that something goes on."""
        self.go_on.setEnabled(not busy)

    def _on_text(self) -> None:
        clear_problem(self.letters)
        typed = self._wording.number(len(plain_letters(self.letters.toPlainText()[:_MOST_LETTERS])))
        whole = self._wording.number(GROUPS * GROUP_LETTERS)
        said = self._wording.text("{typed} of {all} letters", typed=typed, all=whole)
        self._count.setText(said)

    def _on_go_on(self) -> None:
        self.typed.emit(self.letters.toPlainText()[:_MOST_LETTERS])


class _Letters(QPlainTextEdit):
    """Tab leaves the field and Enter goes on; letters read from the left in every language."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + px(24))

    def choose(self, begin: int, end: int) -> None:
        """Choose what stands from one place up to another."""
        chosen = self.textCursor()
        chosen.setPosition(begin)
        chosen.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(chosen)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
