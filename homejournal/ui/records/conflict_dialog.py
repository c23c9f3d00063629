"""Two versions of a record side by side: take one of them, or write a joined one."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError
from homejournal.texts import versions as said
from homejournal.texts.error_texts import explain, explain_value
from homejournal.ui.base.drafts import FieldDraft
from homejournal.ui.kit.steps import Steps
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import Beside, FlowRow, in_column
from homejournal.ui.widgets.layout.dialog import fit, foot_row
from homejournal.ui.widgets.wrapping_button import WordButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.journal.versions import TwoVersions
    from homejournal.domain.records.record import Record
    from homejournal.ui.base.desk import Desk

_TEXTS = ("text", "words", "what", "name")
"""The field of a record that people write by hand, whichever it has."""


class ConflictDialog(Steps):
    """Settles conflicts one after the other; each is a step that can be undone.

    What is typed as a joined version is kept until its two versions are settled.
    """

    settled = Signal()

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        super().__init__(desk.wording, desk.worker, desk.wording.text("Two versions"), parent)
        self.desk = desk
        self._waiting: Sequence[TwoVersions] = desk.journal.safe.settling.waiting()
        self._later = 0
        self.column.column.setSpacing(px(10))
        self.joined: NoteEdit | None = None
        self._typed: FieldDraft | None = None
        self._takes: list[QPushButton] = []
        self.later = make_button(self.wording.text("Next one"), on=self._on_later)
        close = make_button(self.wording.text("Close"), on=self.reject)
        for button in (self.later, close):
            button.setAutoDefault(False)
        self.lay_out(self.notice, foot_row(close, self.later))
        desk.editing.failed.connect(self._on_failed)
        self._show()

    def ask(self) -> None:
        fit(self, px(640), px(620))
        self.open()
        if self._takes:
            self._takes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _two(self) -> "TwoVersions | None":
        return self._waiting[self._later] if self._later < len(self._waiting) else None

    def _show(self) -> None:
        self._put_down()
        self.clear()
        self.joined, self._typed, self._takes = None, None, []
        two, text = self._two, self.wording.text
        self.later.setVisible(two is not None and self._later + 1 < len(self._waiting))
        if two is None:
            self._tell(text("Nothing waits to be settled."))
            return
        lead = text(
            "This was changed in two places at once. Both versions stay in the history, whatever"
            " you choose."
        )
        self.column.add(WrapLabel(lead, "muted"))
        self._tell(said.what_it_is(self.wording, self.desk.journal.family(), two))
        # On the same side at each question, or the wrong one is easily taken.
        order = two.ours_first(self.desk.journal.history.is_here)
        self.column.add(Beside([self._version(two, at) for at in order]))
        self._add_joined(two)

    def _tell(self, title: str) -> None:
        """Add the title of a conflict, and announce it."""
        self.column.add(WrapLabel(title, "strong"))
        announce(self, title)

    def _version(self, two: "TwoVersions", at: int) -> QWidget:
        version, record = two.versions[at], two.records[at]
        name = self.desk.journal.safe.homes.naming()(version.device)
        here = self.desk.journal.history.is_here(version.device)
        whose = said.whose(self.wording, name, version.device, here=here)
        box = QWidget()
        column = in_column(
            WrapLabel(whose, "strong"), gap=4, edges=(0, px(6), 0, px(6)), inside=box
        )
        others = [other for other in two.records if other is not record]
        family = self.desk.journal.family()
        lines = said.version_lines(self.wording, family, record, others)
        for line, differs in lines:
            column.addWidget(WrapLabel(line, "" if differs else "muted", most=20_000))
        take = self._button(self.wording.text("Take this one"))
        take.setAccessibleDescription("\n".join((whose, *(line for line, own in lines if own))))
        self._takes.append(take)
        take.giving(record, self._settle)
        column.addSpacing(px(4))
        column.addWidget(take, 0, Qt.AlignmentFlag.AlignLeading)
        return box

    def _add_joined(self, two: "TwoVersions") -> None:
        """Offer one text with the words of both, where they differ in words."""
        proposal = two.proposal
        name = _text_of(proposal)
        if name is None or len({getattr(record, name) for record in two.records}) < len(
            two.records
        ):
            return
        text = self.wording.text
        self.joined = NoteEdit(text("Both together"), least=2)
        first = str(getattr(proposal, name))
        self.joined.set_text(first)
        self._typed = FieldDraft(self.desk, self.joined, f"settling:{proposal.id}", first)
        if self._typed.take_up():
            self.column.add(
                WrapLabel(text("Not saved yet: this is what you typed last time."), "small")
            )
        join = self._button(text("Use what is here"))
        join.clicked.connect(self._on_joined)
        about = text("Or write one version from both:")
        row = FlowRow(join, gap=8)
        self.column.add(WrapLabel(about), self.joined, row)

    def _button(self, words: str) -> WordButton:
        made = make_button(words, look="chip")
        made.setAutoDefault(False)
        return made

    def _on_joined(self) -> None:
        two = self._two
        name = _text_of(two.proposal) if two else None
        if two is None or name is None or self.joined is None:
            return
        try:
            self._settle(replace(two.proposal, **{name: self.joined.text()}))  # type: ignore[arg-type]
        except InvalidValueError as error:
            self.warn(explain_value(self.wording, error))

    def _settle(self, record: "Record") -> None:
        words = self.wording.text("Two versions were settled")
        settle = partial(self.desk.journal.safe.settling.settle, record)
        if self.desk.editing.do(words, settle) is not None:
            self.notice.hide()
            if self._typed is not None:
                self._typed.drop()
                self._typed = None
            self._waiting = self.desk.journal.safe.settling.waiting()
            self.settled.emit()
            self._show()

    def _put_down(self) -> None:
        if self._typed is not None:
            self._typed.keep()

    @override
    def done(self, result: int, /) -> None:
        self._put_down()
        super().done(result)

    def _on_later(self) -> None:
        self._later += 1
        self._show()

    def _on_failed(self, failure: Exception) -> None:
        if self.isVisible():
            self.warn(explain(self.wording, failure))


def _text_of(record: "Record") -> str | None:
    """Return the field of a record that people write by hand, if it has one."""
    return next((name for name in _TEXTS if isinstance(getattr(record, name, None), str)), None)
