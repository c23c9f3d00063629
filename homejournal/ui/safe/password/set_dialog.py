"""A password for the journal, step by step: choose it, print the sheet, show that it is there."""

import secrets
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError, StaleChangeError
from homejournal.texts.errors.error_texts import explain
from homejournal.ui.base.background.when_idle import WhenFree
from homejournal.ui.kit.base_dialog import SeenDialog
from homejournal.ui.kit.progress_row import WorkRow
from homejournal.ui.safe.password.set_steps import ChooseStep, CopiesStep, SheetStep, TypeStep
from homejournal.ui.theme import px, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.layout.dialog_foot import add_foot, foot_row
from homejournal.ui.widgets.layout.dialog_size import fit
from homejournal.ui.widgets.layout.scroll_column import ScrollColumn
from homejournal.ui.widgets.text.screen_reader import announce

if TYPE_CHECKING:
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.services.safe.copies.unencrypted_copies import PlainCopies
    from homejournal.services.safe.keys.password import Password, Turned
    from homejournal.ui.base.background.worker import Task
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.safe.password.set_steps import OnStep


class PasswordOnDialog(SeenDialog):
    """Nothing in the journal changes before the last step; until then it can be left.

    Once the journal is encrypted the key stands nowhere in it any more: the journal may be locked.
    """

    def __init__(self, desk: "Desk", parent: QWidget | None, *, opens_here: bool = False) -> None:
        super().__init__(parent)
        self.desk, self.wording = desk, desk.wording
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = desk.wording.text
        self.setWindowTitle(text("A password for the journal"))
        self._service: Password = desk.journal.safe.password
        key = self._service.new_key()
        self._key, self._password = key, ""
        self._turned: Turned | None = None
        self._when_free = WhenFree(desk.worker, self._finish, self)
        self.choose = ChooseStep(desk, opens_here=opens_here)
        self.sheet = SheetStep(desk, key)
        self.type_in = TypeStep(desk, key, secrets.SystemRandom())
        self.copies = CopiesStep(desk)
        self._steps: tuple[OnStep, ...] = (self.choose, self.sheet, self.type_in, self.copies)
        self._at = 0
        self.notice = Notice("", NoticeKind.CAREFUL)
        self.notice.hide()
        self.work = WorkRow(text("Stop"))
        self.back = WordButton(text("Back"))
        self.next = WordButton(text("Continue"))
        self.cancel = WordButton(text("Cancel"))
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.next.clicked.connect(self._on_next)
        self.back.clicked.connect(self._on_back)
        self.cancel.clicked.connect(self.reject)
        self.work.stopped.connect(self._on_stopped)
        self.choose.new.entered.connect(self._on_next)
        self.copies.left.connect(self.accept)
        self.copies.encrypt_wanted.connect(self._on_encrypt_copies)
        self.copies.failed.connect(self._on_failed)

    def _lay_out(self) -> None:
        set_look(self.next, "primary")
        self._scroll = ScrollColumn(edge=20)
        self._scroll.column.setContentsMargins(px(20), px(12), px(20), px(12))
        self._scroll.add(*self._steps)
        buttons = foot_row(self.cancel, self.back, self.next)
        column = QVBoxLayout(self)
        column.addWidget(self._scroll, 1)
        add_foot(column, self._scroll, (self.notice, self.work, buttons, self.copies.does))

    def ask(self) -> None:
        """Open the dialog at its first step."""
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
        work = partial(_prepare, self._service, self._key, self._password)
        task = self.desk.worker.start(work, self._on_prepared, self._on_failed)
        said = self.wording.text(
            "A copy is made, then the journal is written again, encrypted, and read whole."
        )
        self._be_busy(task, said)

    def _on_prepared(self, turned: "Turned") -> None:
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
            work = partial(_seal, self.desk.journal)
            self.desk.worker.start(work, self._on_sealed, self._on_not_sealed)

    def _forget(self) -> None:
        """Forget the password and the key; the sheet's own window went with its step."""
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
                self._say(self.wording.text("The keyring of this computer did not take it."))

    def _on_not_sealed(self, failure: Exception) -> None:
        """Say why pictures are not all sealed; the next start goes on with them."""
        self._on_sealed(0)
        self._say(self._why(failure))

    def _on_encrypt_copies(self) -> None:
        work = partial(_encrypt_copies, self.desk.journal.safe.plain_copies)
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
        self._say(self._why(failure))

    def _why(self, failure: Exception) -> str:
        return explain(self.wording, failure, in_window=False)

    def _say(self, words: str) -> None:
        self.notice.set_text(words)
        self.notice.show()

    def _be_busy(self, task: "Task", words: str) -> None:
        self.work.follow(task, words, *self._can_wait())
        self.work.stop.setVisible(self._steps[self._at] is self.copies)

    def _be_free(self) -> None:
        self.work.end()
        for part in self._can_wait():
            part.setEnabled(True)

    def _can_wait(self) -> tuple[QWidget, ...]:
        """Return what nobody uses while something goes on."""
        return self._scroll, self.next, self.back, self.cancel, self.copies.does

    @override
    def reject(self) -> None:
        """Leave it as it is; while the journal is being written again, it has to end first."""
        if not self.work.is_busy:
            super().reject()

    @override
    def done(self, result: int, /) -> None:
        self._forget()
        super().done(result)


def _prepare(service: "Password", key: bytes, password: str, _task: "Task") -> "Turned":
    return service.prepare_on(key, password)


def _seal(journal: "FamilyJournal", _task: "Task") -> int:
    return journal.safe.password.seal_media()


def _encrypt_copies(copies: "PlainCopies", task: "Task") -> int:
    return copies.encrypt(task.tell)
