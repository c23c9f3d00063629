"""Sets a password step by step: choose it, print the recovery sheet, type a part of the sheet."""

import secrets
from functools import partial
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError, StaleChangeError
from homejournal.domain.safe.passwords import GROUP_LETTERS, groups_of, plain_letters
from homejournal.texts.passwords import (
    earlier_said,
    nobody_can_open,
    plain_copies_said,
    what_it_is,
    what_it_protects,
)
from homejournal.ui.base.second_place import all_places_of
from homejournal.ui.base.worker import Task, WhenIdle, on_worker, telling
from homejournal.ui.kit.steps import Steps
from homejournal.ui.safe.password.new_password_fields import NewPasswordFields, RememberKeyBox
from homejournal.ui.safe.password.recovery_sheet_dialog import RecoverySheetDialog
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.form import Form, clear_problem, show_problem
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.layout.dialog import fit, foot_row
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from homejournal.services.safe.password import Password, RekeyedCopy
    from homejournal.ui.base.desk import Desk


_SECRET_BYTES = 32


class PasswordStep(QWidget):
    """One step: a title, sentences, and fields below."""

    def __init__(self, title: str, *sentences: str) -> None:
        super().__init__()
        self._words = (title, *sentences)
        self.column = in_column(
            WrapLabel(title, "heading"),
            *(WrapLabel(words) for words in sentences),
            inside=self,
            gap=10,
        )

    def spoken(self) -> str:
        """Return what a screen reader says: the title and the sentences."""
        return "\n".join(self._words)

    def begin(self) -> None:
        """Focus the first field, if there is one."""

    def is_done(self) -> bool:
        """Return whether the next step may come, after showing what is missing if not."""
        return True

    def forget(self) -> None:
        """Forget secrets."""


class ChooseStep(PasswordStep):
    """The password itself."""

    def __init__(self, desk: "Desk", *, opens_here: bool) -> None:
        text = desk.wording.text
        super().__init__(
            text("1. Choose a password"),
            what_it_protects(desk.wording),
            text("Nobody can look it up for you, so you print a sheet next."),
        )
        self.new = NewPasswordFields(desk.wording)
        self.here = RememberKeyBox(desk.wording)
        possible = desk.journal.safe.password.can_be_remembered
        self.here.setVisible(possible)
        self.here.show_chosen(possible and opens_here)
        self.password = ""
        self.column.addWidget(self.new)
        self.column.addWidget(self.here)

    @override
    def begin(self) -> None:
        self.new.first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def is_done(self) -> bool:
        self.password = self.new.chosen() or ""
        return bool(self.password)

    @property
    def opens_here(self) -> bool:
        """Return whether this computer is to open the journal without asking."""
        return self.here.choice.isChecked()

    @override
    def forget(self) -> None:
        self.password = ""
        self.new.forget()


class SheetStep(PasswordStep):
    """The recovery sheet, printed or saved."""

    def __init__(self, desk: "Desk", key: bytes) -> None:
        text = desk.wording.text
        super().__init__(
            text("2. Print the recovery sheet"),
            what_it_is(desk.wording),
            nobody_can_open(desk.wording),
        )
        self._desk, self._secret = desk, key[:_SECRET_BYTES]
        self._seen = False
        self.print = make_button(
            text("Look at it and print it…"), "printer", self._on_print, look="primary"
        )
        self._problem = WrapLabel("", "problem")
        self._problem.hide()
        row = FlowRow(self.print, gap=8)
        self.column.addWidget(row)
        self.column.addWidget(self._problem)

    @override
    def begin(self) -> None:
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def is_done(self) -> bool:
        if not self._seen:
            words = self._desk.wording.text("Print the sheet first, or write its letters down.")
            self._problem.setText(words)
            self._problem.show()
            announce(self._problem, words)
            self.begin()
        return self._seen

    @override
    def forget(self) -> None:
        self._secret = b""

    def _on_print(self) -> None:
        dialog = RecoverySheetDialog(self._desk, self._secret, self.window())
        dialog.finished.connect(self._on_seen)
        dialog.ask()

    def _on_seen(self, _result: int) -> None:
        self._seen = True
        self._problem.hide()


class TypeStep(PasswordStep):
    """Two groups of the sheet, typed from the paper."""

    def __init__(self, desk: "Desk", key: bytes, dice: Random) -> None:
        text = desk.wording.text
        super().__init__(
            text("3. Check that you have the sheet"),
            text("Type two groups of letters from the paper."),
        )
        groups = groups_of(key[:_SECRET_BYTES])
        self._wording = desk.wording
        self.numbers = sorted(dice.sample(range(1, len(groups) + 1), 2))
        self._right = [groups[number - 1] for number in self.numbers]
        self.fields = [QLineEdit() for _ in self.numbers]
        form = Form()
        for number, field in zip(self.numbers, self.fields, strict=True):
            field.setMaxLength(GROUP_LETTERS * 4)
            form.add_row(text("Group {n}", n=desk.wording.number(number)), field)
        self.column.addLayout(form)

    @override
    def begin(self) -> None:
        self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def is_done(self) -> bool:
        """Return whether both groups are those of the sheet."""
        wrong = None
        for field, right, number in zip(self.fields, self._right, self.numbers, strict=True):
            clear_problem(field)
            if plain_letters(field.text()) != right:
                words = self._wording.text(
                    "Group {n} is not as it is printed. Look at it once more.",
                    n=self._wording.number(number),
                )
                show_problem(field, words)
                wrong = wrong or field
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
        return wrong is None

    @override
    def forget(self) -> None:
        self._right = []
        for field in self.fields:
            field.clear()


class CopiesStep(PasswordStep):
    """After encryption: what to do with earlier copies. `does` are buttons for the foot."""

    left = Signal()
    encrypt_wanted = Signal()
    failed = Signal(object)
    """Why a copy could not be deleted."""

    def __init__(self, desk: "Desk") -> None:
        text = desk.wording.text
        super().__init__(text("The journal is encrypted"))
        self._desk = desk
        self._said, self._earlier = WrapLabel(""), WrapLabel("")
        self.encrypt = make_button(text("Also encrypt"), on=self.encrypt_wanted, look="primary")
        self.drop = make_button("", on=self._on_drop, look="careful")
        self.leave = make_button(text("Done"), on=self.left)
        self.does = foot_row(self.leave, self.drop, self.encrypt)
        self.column.addWidget(self._said)
        self.column.addWidget(self._earlier)

    @override
    def spoken(self) -> str:
        shown = (label.text() for label in (self._said, self._earlier) if not label.isHidden())
        return "\n".join((super().spoken(), *shown))

    @override
    def begin(self) -> None:
        self._show_copies()

    def show_copies(self) -> None:
        """Show and announce how many copies are still unencrypted."""
        self._show_copies()
        announce(self, self._said.text())

    def _show_copies(self) -> None:
        wording, copies = self._desk.wording, self._desk.journal.safe.plain_copies
        count = len(copies.found())
        if count:
            said = plain_copies_said(wording, count)
        else:
            said = wording.text(
                "Everything in the journal’s folder is encrypted. What you saved or printed"
                " elsewhere is not, nor what was deleted from this disk before."
            )
        self._said.setText(said)
        self._show_earlier()
        self.encrypt.setVisible(bool(count))
        self.drop.setVisible(bool(count))
        self.drop.setText(wording.count("Delete this copy", "Delete these copies", count))
        self.leave.setText(wording.text("Leave as it is") if count else wording.text("Done"))
        (self.encrypt if count else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_earlier(self) -> None:
        """Show how many copies need an earlier key."""
        keys = self._desk.journal.safe.earlier_keys
        earlier = keys.copies(all_places_of(self._desk))
        self._earlier.setVisible(bool(earlier.count))
        if earlier.count:
            self._earlier.setText(earlier_said(self._desk.wording, earlier, keys.number))

    def _on_drop(self) -> None:
        try:
            self._desk.journal.safe.plain_copies.drop()
        except JournalError as failure:
            self.failed.emit(failure)
        self.show_copies()


class SetPasswordDialog(Steps):
    """Nothing is changed before the last step; until then it can be canceled.

    Once the journal is encrypted the key stands nowhere in it any more: the journal may be locked.
    """

    def __init__(self, desk: "Desk", parent: QWidget | None, *, opens_here: bool = False) -> None:
        text = desk.wording.text
        super().__init__(desk.wording, desk.worker, text("A password for the journal"), parent)
        self.desk = desk
        self._service: Password = desk.journal.safe.password
        key = self._service.new_key()
        self._key, self._password = key, ""
        self._turned: RekeyedCopy | None = None
        self._when_free = WhenIdle(desk.worker, self._finish, self)
        self.choose = ChooseStep(desk, opens_here=opens_here)
        self.sheet = SheetStep(desk, key)
        self.type_in = TypeStep(desk, key, secrets.SystemRandom())
        self.copies = CopiesStep(desk)
        self._steps: tuple[PasswordStep, ...] = (self.choose, self.sheet, self.type_in, self.copies)
        self._at = 0
        self.back = make_button(text("Back"), on=self._on_back)
        self.next = make_button(text("Continue"), on=self._on_next, look="primary")
        self.cancel = make_button(text("Cancel"), on=self.reject)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.work.stopped.connect(self._on_stopped)
        self.choose.new.entered.connect(self._on_next)
        self.copies.left.connect(self.accept)
        self.copies.encrypt_wanted.connect(self._on_encrypt_copies)
        self.copies.failed.connect(self._on_failed)

    def _lay_out(self) -> None:
        self.column.column.setContentsMargins(px(20), px(12), px(20), px(12))
        self.column.add(*self._steps)
        buttons = foot_row(self.cancel, self.back, self.next)
        self.lay_out(self.notice, self.work, buttons, self.copies.does)

    def ask(self) -> None:
        fit(self, px(600), px(560))
        self.next.setDefault(True)
        self._show(0)
        self.open()
        self.choose.begin()

    def _show(self, at: int) -> None:
        self._at = at
        last = at == len(self._steps) - 1
        self.copies.does.setVisible(last)
        for place, step in enumerate(self._steps):
            step.setVisible(place == at)
        for button in (self.back, self.cancel, self.next):
            button.setVisible(not last)
        self.back.setVisible(0 < at < len(self._steps) - 1)
        text, step = self.wording.text, self._steps[at]
        encrypts = step is self.type_in
        self.next.setText(text("Encrypt the journal now") if encrypts else text("Continue"))
        self.notice.hide()
        step.begin()
        announce(self, step.spoken())

    def _on_back(self) -> None:
        self._show(self._at - 1)

    def _on_next(self) -> None:
        if self.work.is_busy or not self._steps[self._at].is_done():
            return
        if self._steps[self._at] is self.type_in:
            self._encrypt()
        else:
            self._show(self._at + 1)

    def _encrypt(self) -> None:
        self._password = self.choose.password
        work = on_worker(partial(self._service.prepare_on, self._key, self._password))
        task = self.desk.worker.start(work, self._on_prepared, self._on_failed)
        said = self.wording.text(
            "A copy is made, then the journal is written again, encrypted, and read whole."
        )
        self._be_busy(task, said)

    def _on_prepared(self, turned: "RekeyedCopy") -> None:
        self._turned = turned
        self._when_free.wait()  # a copy that is being made now would stay plain

    def _finish(self) -> None:
        turned, self._turned = self._turned, None
        try:
            if turned is not None:
                self._service.finish(turned)
        except StaleChangeError:  # a draft was kept meanwhile
            self._encrypt()
        except Exception as failure:  # noqa: BLE001 - said in words, and the journal is as it was
            self._on_failed(failure)
        else:
            self._forget()
            work = on_worker(self._service.seal_media)
            self.desk.worker.start(work, self._on_sealed, self._on_not_sealed)

    def _forget(self) -> None:
        self._key, self._password = b"", ""
        for step in (self.choose, self.sheet, self.type_in):
            step.forget()

    def _on_sealed(self, _count: int) -> None:
        self._be_free()
        self._show(len(self._steps) - 1)
        if self.choose.opens_here:
            self._open_here()

    def _open_here(self) -> None:
        try:
            taken = self._service.remember_here()
        except JournalError as failure:
            self._on_failed(failure)
        else:
            if not taken:
                self.warn(self.wording.text("The keyring of this computer did not take it."))

    def _on_not_sealed(self, failure: Exception) -> None:
        """Say why not all pictures are encrypted; the next start goes on with them."""
        self._on_sealed(0)
        self.warn(self.why(failure))

    def _on_encrypt_copies(self) -> None:
        work = telling(self.desk.journal.safe.plain_copies.encrypt)
        task = self.desk.worker.start(work, self._on_copies, self._on_failed)
        self._be_busy(task, self.wording.text("The older copies are encrypted, one by one."))

    def _on_copies(self, _count: int) -> None:
        self._be_free()
        self.copies.show_copies()

    def _on_stopped(self) -> None:
        self._be_free()
        self.copies.show_copies()

    def _on_failed(self, failure: Exception) -> None:
        self._be_free()
        self.warn(self.why(failure))

    def _be_busy(self, task: "Task", words: str) -> None:
        self.work.follow(task, words, *self._can_wait())
        self.work.stop.setVisible(self._steps[self._at] is self.copies)

    def _be_free(self) -> None:
        self.work.end()
        for part in self._can_wait():
            part.setEnabled(True)

    def _can_wait(self) -> tuple[QWidget, ...]:
        """Return what is disabled during work."""
        return self.column, self.next, self.back, self.cancel, self.copies.does

    @override
    def reject(self) -> None:
        """Cancel, but not while the journal is being encrypted."""
        if not self.work.is_busy:
            super().reject()

    @override
    def done(self, result: int, /) -> None:
        self._forget()
        super().done(result)
