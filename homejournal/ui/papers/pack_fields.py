"""The parts of a pack's form: the family's own words, and the ticks for what is in it."""

from collections.abc import Collection, Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.packs.builder import PackTyped
from homejournal.domain.packs.offers import PackOffer
from homejournal.domain.records.notes import PackKind, Preparation, PrepQuestion
from homejournal.texts.papers.packs import offer_said, question
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.drafts import FieldDraft
from homejournal.ui.theme import px
from homejournal.ui.widgets.fields.date_field import DayEdit
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.fields.tick_box_row import TickRow
from homejournal.ui.widgets.layout.boxes import in_column

_INDENT = 24


class PackTicks(QWidget):
    """What needs another line stands further in, and can be ticked only with that one."""

    ticked = Signal(str, bool)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._offers: tuple[PackOffer, ...] = ()
        self.rows: dict[str, TickRow] = {}
        self._column = in_column(gap=2, inside=self)

    def show_offers(self, offers: Sequence[PackOffer], keys: Collection[str]) -> None:
        """Show what can be ticked and what is; built anew only where the offers changed."""
        if tuple(offers) != self._offers:
            self._build(tuple(offers))
        possible: set[str] = set()
        for offer in self._offers:
            row, free = self.rows[offer.key], not offer.needs or offer.needs in possible
            row.setEnabled(free)
            row.show_ticked(offer.key in keys)
            if free and offer.key in keys:
                possible.add(offer.key)

    def _build(self, offers: tuple[PackOffer, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._offers, self.rows = offers, {}
        depth: dict[str, int] = {}
        said: dict[str, str] = {}
        for offer in offers:
            depth[offer.key] = depth[offer.needs] + 1 if offer.needs else 0
            said[offer.key] = offer_said(self._wording, offer)
            look = "" if depth[offer.key] else "strong"
            row = TickRow(offer.key, said[offer.key], said.get(offer.needs, "")[:200], look)
            row.setContentsMargins(px(_INDENT) * depth[offer.key], 0, 0, 0)
            row.ticked.connect(self.ticked)
            self.rows[offer.key] = row
            self._column.addWidget(row)


_PAUSE_MS = 400


class PackFields(QWidget):
    """Rows for the answers and the day of the meeting; what is typed is kept as unfinished text.

    `changed` comes a moment after the last letter.
    """

    changed = Signal()

    def __init__(self, desk: Desk, form: Form, child: UUID) -> None:
        super().__init__()
        text = desk.wording.text
        self._desk, self._form, self._child = desk, form, child
        self.edits = {one: NoteEdit("", 1) for one in PrepQuestion}
        for one, edit in self.edits.items():
            form.add_row(question(desk.wording, one), edit)
            edit.textChanged.connect(self._on_typed)
        self.meeting = DayEdit(desk.today(), text("Not known yet"))
        self.meeting.changed.connect(self._on_typed)
        form.add_row(text("Day of the meeting"), self.meeting)
        self._kept = [
            FieldDraft(desk, edit, f"pack:{child}:{one}") for one, edit in self.edits.items()
        ]
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.changed)
        self._saved = PackTyped(answers={})
        self._kind = PackKind.REVIEW

    @property
    def places(self) -> tuple[str, ...]:
        """Return where the unfinished texts are kept; a history has none."""
        if self._kind is PackKind.TRANSITION:
            return ()
        return tuple(one.place for one in self._kept)

    def show_prepared(self, kind: PackKind, prepared: Preparation | None) -> bool:
        """Show what was prepared, or typed last time; return whether any of it is not saved."""
        self._kind, review = kind, kind is PackKind.REVIEW
        answers = dict(prepared.answers) if prepared and review else {}
        self._saved = PackTyped(answers=answers, meeting=prepared.meeting if prepared else None)
        self.meeting.set_day(self._saved.meeting)
        taken = False
        for kept, (one, edit) in zip(self._kept, self.edits.items(), strict=True):
            self._form.show_row(edit, shown=review)
            if not review:
                continue
            edit.set_text(answers.get(one, ""))
            kept.saved_as(edit.text())
            taken = kept.take_up() or taken
        self._soon.stop()
        return taken

    def typed(self) -> PackTyped:
        """Return what is typed now."""
        if self._kind is PackKind.TRANSITION:
            return PackTyped(answers={}, meeting=self.meeting.day())
        answers = {str(one): edit.text().strip() for one, edit in self.edits.items()}
        written = {one: words for one, words in answers.items() if words}
        return PackTyped(answers=written, meeting=self.meeting.day())

    @property
    def unsaved(self) -> bool:
        """Return whether something was typed that is not what is saved."""
        return self.typed() != self._saved

    def saved(self) -> None:
        """Take notice that what is typed is saved."""
        self._saved = self.typed()
        for kept, edit in zip(self._kept, self.edits.values(), strict=True):
            kept.saved_as(edit.text())

    def leave(self) -> None:
        """Keep what is typed as unfinished text, and nothing after that."""
        for kept in self._kept if self._kind is PackKind.REVIEW else ():
            kept.keep()
        for kept in self._kept:
            kept.stop()

    def _on_typed(self, _day: object = None) -> None:
        self._soon.start()
