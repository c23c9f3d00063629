"""The form that opens an encrypted journal by its password or its recovery sheet."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import (
    JournalDamagedError,
    KeysDamagedError,
    NotAJournalError,
    OtherFileError,
    OtherKeyError,
    WrongPasswordError,
)
from homejournal.domain.safe.passwords import (
    GROUP_LETTERS,
    GROUPS,
    SheetTypoError,
    place_of_group,
    plain_letters,
)
from homejournal.texts.error_texts import explain
from homejournal.texts.passwords import nobody_can_open, typo_said
from homejournal.ui.base.worker import Worker, on_worker
from homejournal.ui.safe.password.new_password_fields import NewPasswordFields
from homejournal.ui.theme import px, set_look
from homejournal.ui.widgets.button import ShowPasswordButton
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.fields.form import Form, clear_problem, show_problem
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.wrapping_button import OnceButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.services.safe.unlocking import Unlocking
    from homejournal.texts.wording import Wording


_MOST_LETTERS = 400
_LINES = 3


class SheetForm(QWidget):
    """Asks for the letters of the recovery sheet; `typed` hands them on."""

    typed = Signal(str)
    left = Signal()
    """The password is to be typed after all."""

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
        form = Form()
        form.add_row(
            text("Letters of the recovery sheet"),
            self.letters,
            text("Group after group. Large or small letters and gaps do not matter."),
        )
        buttons = FlowRow(self.go_on, self.back, gap=8)
        in_column(
            form,
            self._count,
            buttons,
            WrapLabel(nobody_can_open(wording), "small"),
            inside=self,
            gap=10,
        )
        self.letters.textChanged.connect(self._on_text)
        self.letters.entered.connect(self._on_go_on)
        self.go_on.clicked.connect(self._on_go_on)
        self.back.clicked.connect(self.left)
        self._on_text()

    def begin(self) -> None:
        self.letters.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        self.letters.clear()

    def say(self, typo: SheetTypoError) -> None:
        """Show the problem under the field, and select the wrong group of letters."""
        show_problem(self.letters, typo_said(self._wording, typo))
        self.begin()
        if typo.groups:
            self.letters.choose(*place_of_group(self.letters.toPlainText(), typo.groups[0]))

    def be_busy(self, *, busy: bool) -> None:
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
    """A field in which Tab moves on and Enter submits; always left to right."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + px(24))

    def choose(self, begin: int, end: int) -> None:
        """Select the text between two positions."""
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


class PasswordAfterSheet(QWidget):
    """After the right sheet: asks for a new password, now or later."""

    chosen = Signal(str)
    """The new password, or empty where the old one stays."""

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        text = wording.text
        self.new = NewPasswordFields(wording)
        self.open_button = OnceButton(text("Open with the new password"))
        set_look(self.open_button, "primary")
        self.later = OnceButton(text("Open without a new one"))
        set_look(self.later, "link")
        buttons = FlowRow(self.open_button, self.later, gap=8)
        said = text("The sheet is right. Choose a new password; the sheet stays good.")
        in_column(WrapLabel(said), self.new, buttons, inside=self, gap=10)
        self.open_button.clicked.connect(self._on_open)
        self.new.entered.connect(self._on_open)
        self.later.clicked.connect(self._on_later)

    def begin(self) -> None:
        self.new.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_open(self) -> None:
        password = self.new.chosen()
        if password is not None:
            self.new.forget()
            self.chosen.emit(password)

    def _on_later(self) -> None:
        self.new.forget()
        self.chosen.emit("")


_MENDED = (
    JournalDamagedError,
    KeysDamagedError,
    NotAJournalError,
    OtherFileError,
    OtherKeyError,
)
"""Failures that a repair may solve."""


class UnlockForm(QWidget):
    """Derives the key on the worker: that is slow on purpose."""

    opened = Signal(object, str)
    """The key, and the new password chosen after the sheet, or empty."""
    repair_wanted = Signal(object, str)
    """Why it does not open, and what was typed."""

    def __init__(self, wording: "Wording", unlocking: "Unlocking", worker: "Worker") -> None:
        super().__init__()
        self._wording, self._unlocking, self._worker = wording, unlocking, worker
        self._busy = False
        self._key: bytes | None = None
        self._typed = ""
        self._why: Exception | None = None
        self.by_password = PasswordForm(wording)
        self.by_sheet = SheetForm(wording)
        self.after_sheet = PasswordAfterSheet(wording)
        self.notice = Notice("", NoticeKind.CAREFUL)
        self._forget_why()
        self._parts: tuple[QWidget, ...] = (self.by_password, self.by_sheet, self.after_sheet)
        in_column(self.notice, *self._parts, inside=self, gap=12)
        self._show(self.by_password)
        self.by_password.typed.connect(self._on_password)
        self.by_password.with_sheet.clicked.connect(self.ask_for_sheet)
        self.by_sheet.typed.connect(self._on_letters)
        self.by_sheet.left.connect(self.ask_for_password)
        self.after_sheet.chosen.connect(self._on_new_password)
        self.notice.pressed.connect(self._on_repair)

    @property
    def is_busy(self) -> bool:
        """Return whether a key is being looked for."""
        return self._busy

    def try_this_computer(self) -> None:
        """Open without asking if this computer remembers the key."""
        self._start(self._unlocking.here, self._on_remembered)

    def ask_for_password(self) -> None:
        """Show the field for the password and go there."""
        self._forget_why()
        self.by_sheet.forget()
        self._show(self.by_password)
        self.by_password.begin()

    def ask_for_sheet(self) -> None:
        """Show the field for the letters of the sheet and go there."""
        self._forget_why()
        self.by_password.forget()
        self._show(self.by_sheet)
        self.by_sheet.begin()

    def say(self, failure: Exception) -> None:
        """Show why it failed, here or when the journal was opened with the key."""
        self._be_busy(busy=False)
        if isinstance(failure, SheetTypoError):
            self.by_sheet.say(failure)
            return
        words = explain(self._wording, failure, in_window=False)
        if isinstance(failure, WrongPasswordError):
            self.by_password.say(words)
            return
        self._say_why(words, failure)
        for part in (self.by_password, self.by_sheet):
            if not part.isHidden():
                part.begin()

    def go_on_repaired(self, key: bytes) -> None:
        """Go on with the key of the recovery sheet with which the journal was just repaired.

        A new password comes after it, as whenever a sheet was typed.
        """
        self._on_sheet(key)
        self.notice.set_text(self._wording.text("The repaired journal is in place."), "")

    def _say_why(self, words: str, failure: Exception) -> None:
        mends = isinstance(failure, _MENDED)
        see = self._wording.text("See what can be saved…") if mends else ""
        self.notice.set_text(words, see)
        self._why = failure

    def _forget_why(self) -> None:
        self.notice.hide()
        self._why, self._typed = None, ""

    def _show(self, shown: QWidget) -> None:
        for part in self._parts:
            part.setVisible(part is shown)

    def _on_password(self, typed: str) -> None:
        self._start(partial(self._unlocking.by_password, typed), self._on_key, typed)

    def _on_letters(self, letters: str) -> None:
        self._start(partial(self._unlocking.by_sheet, letters), self._on_sheet, letters)

    def _start(self, work: Callable[[], Any], done: Callable[[Any], None], typed: str = "") -> None:
        if not self._busy:
            self._forget_why()
            self._typed = typed
            self._be_busy(busy=True)
            self._worker.start(on_worker(work), done, self.say)

    def _be_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.by_password.be_busy(busy=busy)
        self.by_sheet.be_busy(busy=busy)

    def _on_remembered(self, key: bytes | None) -> None:
        self._be_busy(busy=False)
        if key is not None:
            self.opened.emit(key, "")

    def _on_repair(self) -> None:
        """Ask for the repair; without locked keys, nothing typed would open the journal."""
        typed = "" if isinstance(self._why, KeysDamagedError) else self._typed
        self.repair_wanted.emit(self._why, typed)

    def _on_key(self, key: bytes) -> None:
        self._be_busy(busy=False)
        self._typed = ""
        self.by_password.forget()
        self.opened.emit(key, "")

    def _on_sheet(self, key: bytes) -> None:
        self._be_busy(busy=False)
        self.by_sheet.forget()
        self._key, self._typed = key, ""
        self._show(self.after_sheet)
        self.after_sheet.begin()

    def _on_new_password(self, password: str) -> None:
        key, self._key = self._key, None
        if key is not None:
            self.opened.emit(key, password)


class PasswordForm(QWidget):
    """One field for the password; Enter opens."""

    typed = Signal(str)

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        self._wording = wording
        text = wording.text
        self.password = QLineEdit()
        self.shown = ShowPasswordButton(wording, self.password)
        self.open_button = OnceButton(text("Open"))
        set_look(self.open_button, "primary")
        self.with_sheet = OnceButton(text("I have the recovery sheet"))
        set_look(self.with_sheet, "link")
        form = Form()
        form.add_row(text("Password"), self.password)
        buttons = FlowRow(self.open_button, self.shown, gap=8)
        column = in_column(form, buttons, inside=self, gap=10)
        column.addWidget(self.with_sheet, 0, Qt.AlignmentFlag.AlignLeading)
        self.open_button.clicked.connect(self._on_open)
        self.password.returnPressed.connect(self._on_open)
        self.password.textChanged.connect(self._on_text)

    def begin(self) -> None:
        """Focus the field and select its text."""
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self.password.selectAll()

    def forget(self) -> None:
        self.password.clear()

    def say(self, words: str) -> None:
        """Show under the field that this is not the password, and focus it."""
        show_problem(self.password, words)
        self.begin()

    def be_busy(self, *, busy: bool) -> None:
        text = self._wording.text
        self.open_button.setText(text("Opening…") if busy else text("Open"))
        self.open_button.setEnabled(not busy)

    def _on_text(self, _typed: str) -> None:
        clear_problem(self.password)

    def _on_open(self) -> None:
        if self.password.text():
            self.typed.emit(self.password.text())
        else:
            self.begin()
