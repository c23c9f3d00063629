"""A dialog with one form that stays open, with everything typed, until it could be saved."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.records.changes import Change
from homejournal.texts.error_texts import explain, explain_value
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.drafts import DraftField, FieldDraft
from homejournal.ui.theme import px
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.fields.form import Form, row_of
from homejournal.ui.widgets.fields.form_draft import FormDraft
from homejournal.ui.widgets.layout.dialog import (
    FootButtons,
    ReadingOrderDialog,
    Role,
    fill_dialog,
    fit,
    room_of,
)
from homejournal.ui.widgets.layout.focus import stops_as_read
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.roles import folds
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_Part = TypeVar("_Part", bound=QWidget)
Step = tuple[str, Callable[[], Change]]
"""The words of a step for Undo, and the call that does it."""


class FormDialog(ReadingOrderDialog):
    """Save writes one step; what is not right yet is said under its field.

    Subclasses add their fields to `form`, and answer the step in `step`.
    """

    typed = Signal()
    """Something was typed or chosen."""

    def __init__(self, desk: Desk, title: str, save: str, parent: QWidget | None) -> None:
        super().__init__(title, parent)
        self.desk, self.wording = desk, desk.wording
        self.form = Form()
        self._typed: tuple[str, ...] = ()
        self._warned = False
        self.field_drafts: list[FieldDraft] = []
        self._notice = Notice("", NoticeKind.CAREFUL)
        self._scroll = ScrollColumn(edge=20)
        self._scroll.column.setContentsMargins(px(20), px(12), px(20), px(12))
        self._scroll.column.insertLayout(0, self.form)
        self._save_words = save
        desk.editing.failed.connect(self._on_failed)
        self._scroll.setParent(self)

    def ask(self) -> None:
        self._add_foot()
        width = px(560)
        height = self._scroll.column.totalHeightForWidth(width) + px(120)
        fit(self, width, height)
        self._typed = self._snapshot()
        self.watch(self)
        self.open()
        self._grow()
        self.begin()

    def begin(self) -> None:
        """Begin in a field: Qt begins at Save where the first stop is a button."""
        here = self.focusWidget()
        if isinstance(here, QPushButton) and here.isDefault():
            fields = filter(_is_field, stops_as_read(self._scroll))
            next(fields, here).setFocus(Qt.FocusReason.OtherFocusReason)

    def _grow(self) -> None:
        """Grow by what long texts need, once their width is known.

        Their height is known only then; before, they are measured for a field of the usual width.
        """
        self._scroll.lay_out()
        hidden = self._scroll.verticalScrollBar().maximum()
        if hidden:
            wanted = QSize(self.width(), self.height() + hidden)
            self.resize(wanted.boundedTo(room_of(self)))

    def _add_foot(self) -> None:
        """Add the buttons last, so that Tab reaches them after the fields."""
        buttons = FootButtons()
        save = buttons.add_main(self._save_words)
        buttons.addButton(self.wording.text("Cancel"), Role.RejectRole)
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        fill_dialog(self, self._scroll, self._notice, buttons)
        # Only inside the dialog: before that, Enter would go to the first button there is.
        save.setDefault(True)
        keys = QShortcut(self)
        keys.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        keys.activated.connect(save.click)  # also in a text, where Enter alone begins a new line

    def step(self) -> Step:
        """Return what Save does, or raise InvalidValueError for a value that does not fit."""
        raise NotImplementedError

    def save(self) -> None:
        """Save and close; stay open where a value does not fit."""
        read = self.form.read(self.step, self.show_fault)
        if read is None:
            return
        words, call = read
        self._notice.hide()
        if self.desk.editing.do(words, call) is not None:
            self.accept()

    def show_fault(self, error: InvalidValueError) -> None:
        """Show the error under its field, and focus that."""
        field = self.form.show_fault(error.field, self.fault_words(error))
        self._scroll.show_whole(row_of(field))

    def fault_words(self, error: InvalidValueError) -> str:
        """Return the sentence for a value that does not fit: that of its field, or the usual."""
        return self.form.faults.get(error.field) or explain_value(self.wording, error)

    @override
    def reject(self) -> None:
        """Close without saving; where something was typed, only at the second try."""
        if not self._warned and self._typed and self._snapshot() != self._typed:
            self._warned = True
            self._notice.set_text(
                self.wording.text(
                    "What you typed is not saved yet. Press Cancel once more to close without"
                    " saving."
                )
            )
            return
        super().reject()

    def saving(self, *records: object) -> Callable[[], Change]:
        """Return the call that saves these records and ends their drafts, in one step."""
        save = self.desk.journal.records.save_ending
        return partial(save, records, self.drafts())  # type: ignore[arg-type]

    def keep_draft_of(self, edit: DraftField, place: str, saved: str = "") -> bool:
        """Keep what is typed in a field as the draft of a place, until it is saved.

        A draft from last time is shown again; return whether there was one.
        """
        kept = FieldDraft(self.desk, edit, place, saved)
        self.field_drafts.append(kept)
        return kept.take_up()

    def keep_form(self, place: str, parts: Mapping[str, DraftField] | None = None) -> None:
        """Keep the form's fields as one draft at a place, until it is saved.

        Each of the `parts` has a draft of its own. Call it once all fields show the saved values;
        the draft of last time is then shown again.
        """
        form = FormDraft(dict(self.form.kept), self)
        kept: dict[str, DraftField] = {"fields": form, **(parts or {})}
        taken_up = []
        for name, words in kept.items():
            self.typed.connect(words.textChanged)
            taken_up.append(self.keep_draft_of(words, f"form:{place}:{name}"))
        if any(taken_up):
            self.show_draft_notice(0)

    def show_draft_notice(self, row: int) -> None:
        """Add a line above a row that says that it shows an unsaved draft."""
        said = self.wording.text("Not saved yet: this is what you typed last time.")
        self.form.insertRow(row, WrapLabel(said, "small"))

    def drafts(self) -> list[str]:
        """Return the places of the drafts, all of them kept, for the step that ends them.

        So Undo brings back what was typed, however short the pause before Save was.
        """
        for draft in self.field_drafts:
            draft.keep()
        return [draft.place for draft in self.field_drafts]

    def drop_drafts(self) -> None:
        """Delete the drafts: the form was closed on purpose, or its text went elsewhere."""
        for draft in self.field_drafts:
            draft.drop()

    @override
    def done(self, result: int, /) -> None:
        on_purpose = result == self.DialogCode.Rejected and self._snapshot() != self._typed
        for draft in self.field_drafts:
            draft.stop()
        if on_purpose:
            self.drop_drafts()
        super().done(result)

    def watch(self, part: QWidget) -> None:
        """Notice what is typed or chosen in a part, so that Cancel asks again."""
        for line in self._own(QLineEdit, part):
            line.textChanged.connect(self._on_typed)
        for note in self._own(QPlainTextEdit, part):
            note.textChanged.connect(self._on_typed)
        for box in self._own(QComboBox, part):
            box.currentIndexChanged.connect(self._on_typed)
        for button in self._own(QAbstractButton, part):
            button.toggled.connect(self._on_typed)

    def put_in_order(self, part: QWidget, before: QWidget) -> None:
        """Let Tab reach the fields of a new part after `before`, and not behind the buttons."""
        for field in part.findChildren(QWidget):
            reached = field.focusPolicy() & Qt.FocusPolicy.TabFocus and field.focusProxy() is None
            if reached and field.window() is self:
                self.setTabOrder(before, field)
                before = field

    def _on_typed(self, *_said: object) -> None:
        self.typed.emit()
        if self._warned:
            self._warned = False
            self._notice.hide()

    def _on_failed(self, failure: Exception) -> None:
        if self.isVisible():
            self._warned = False
            self._notice.set_text(explain(self.wording, failure))

    def _snapshot(self) -> tuple[str, ...]:
        """Return the values of all fields, to see later whether any changed."""
        said = [line.text() for line in self._own(QLineEdit)]
        said += [note.toPlainText() for note in self._own(QPlainTextEdit)]
        said += [str(box.currentIndex()) for box in self._own(QComboBox)]
        said += [
            str(button.isChecked())
            for button in self._own(QAbstractButton)
            if button.isCheckable() and not folds(button)
        ]
        return tuple(said)

    def _own(self, kind: type[_Part], part: QWidget | None = None) -> list[_Part]:
        """Return the widgets of one class, without those of an open calendar popup."""
        return [child for child in (part or self).findChildren(kind) if child.window() is self]


class AskingDialog(FormDialog):
    """Saves nothing itself: `chosen` carries what `read` returns, once the dialog is closed."""

    chosen = Signal(object)

    def read(self) -> object:
        """Return what was chosen; InvalidValueError for what does not fit, and it stays open."""
        raise NotImplementedError

    @override
    def save(self) -> None:
        chosen = self.form.read(self.read, self.show_fault)
        if chosen is not None:
            self.accept()
            self.chosen.emit(chosen)


def _is_field(stop: QWidget) -> bool:
    """Return whether a tab stop is a field, not a button that does something."""
    presses = isinstance(stop, QAbstractButton) and not stop.isCheckable()
    return stop.isVisible() and stop.isEnabled() and not presses
