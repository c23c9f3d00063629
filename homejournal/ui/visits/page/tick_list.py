"""Every line and note that can stand on the page, each with a box to tick."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.visit_page.builder import beginning_of, is_long
from homejournal.domain.visit_page.choices import OfferGroup, groups_of
from homejournal.domain.visit_page.material import Offer, PagePart, Ticks
from homejournal.texts.error_texts import explain_value
from homejournal.texts.papers.visit_page import offer_said, part_title
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px, set_look
from homejournal.ui.visits.page.drafts import PageTexts
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.fields.choices import TickRow
from homejournal.ui.widgets.fields.form import Form, clear_problem, show_problem
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import FlowRow, clear, in_column, inset
from homejournal.ui.widgets.layout.focus import tab_as_read
from homejournal.ui.widgets.wrapping_button import WordButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel


class FieldOnDemand(QWidget):
    """A link, and in its place a field once somebody asks for it, or something is typed there.

    `whole` is what stands in the field while nothing is typed.
    """

    def __init__(
        self, words: PageTexts, about: UUID, add: QPushButton, edit: NoteEdit, whole: str
    ) -> None:
        super().__init__()
        self._words, self._about, self._whole = words, about, whole
        self.add, self.edit = add, edit
        self._box = QWidget()
        self._form = Form(self._box)
        column = in_column(add, self._box, gap=0, inside=self)
        column.setAlignment(add, Qt.AlignmentFlag.AlignLeading)

    def begin(self) -> None:
        """Show what is typed, and follow it: the same note may be on the page twice."""
        self.follow()
        self.add.clicked.connect(self.open)
        self.edit.textChanged.connect(self._on_text)
        self._words.changed.connect(self.follow)
        self._words.shown.connect(self.follow)

    def open(self) -> None:
        self.show_field(opened=True)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_field(self, *, opened: bool) -> None:
        """Show the field, or the link in its place."""
        self.add.setVisible(not opened)
        self._box.setVisible(opened)

    def follow(self) -> None:
        """Show what is typed for the page that is prepared now."""
        said = self._words.said(self._about)
        if (said or self._whole).strip() != self.edit.text().strip():
            with QSignalBlocker(self.edit):
                self.edit.set_text(said or self._whole)
        self.show_field(opened=bool(said) or self.edit.hasFocus())

    def write(self, text: str) -> None:
        """Take what is typed; the whole as it was is nothing typed."""
        self._words.write(self._about, "" if text.strip() == self._whole.strip() else text)

    def _on_text(self) -> None:
        self.write(self.edit.text())


class HelpedField(FieldOnDemand):
    """What helped and what got in the way, where the family wants to say it of a strategy."""

    def __init__(self, wording: Wording, words: PageTexts, strategy: UUID, name: str) -> None:
        add = make_button(wording.text("Add what helped"), "plus", look="link", about=name)
        super().__init__(words, strategy, add, NoteEdit("", 1, 4), "")
        self._wording = wording
        label = wording.text("What helped, what got in the way (optional)")
        self._form.add_row(label, self.edit)
        self.edit.setAccessibleName(wording.line_of((label, name)))
        self.begin()

    @override
    def follow(self) -> None:
        super().follow()
        fault = self._words.fault_of(self.edit.text())
        if fault is None:
            clear_problem(self.edit)
            return
        until = self._wording.text("Until then it is not on the page.")
        show_problem(self.edit, f"{explain_value(self._wording, fault)} {until}")


class LongNoteField(FieldOnDemand):
    """A long note, shortened for one page by the family."""

    def __init__(self, wording: Wording, words: PageTexts, note: UUID, whole: str) -> None:
        text = wording.text
        link = text("Shorten for this page…")
        add = make_button(link, "pencil", look="link", about=whole[:200])
        super().__init__(words, note, add, NoteEdit("", 3, 8), whole)
        hint = text("Your journal keeps the note whole. The page says “shortened by us”.")
        self._form.add_row(text("The note on this page"), self.edit, hint)
        self.cut = make_button(text("Only the beginning"), on=self._on_cut, look="link")
        self.back = make_button(text("Back to the whole note"), on=self._on_back, look="link")
        ways = FlowRow(self.cut, self.back, gap=4)
        self._form.addRow(ways)
        self.begin()

    def _on_cut(self) -> None:
        # Written by a cursor, so that Undo in the field brings the rest back.
        cursor = self.edit.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(beginning_of(self._whole))
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self.write("")
        self.show_field(opened=False)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)


_SHOWN_OFFERS = 12


class TickGroup(QWidget):
    """The offers of one part or strategy; long lists show their rest when asked."""

    ticked = Signal(str, bool)

    def __init__(
        self, wording: Wording, group: OfferGroup, words: PageTexts, shortened: PageTexts
    ) -> None:
        super().__init__()
        self._wording, self.group, self._shortened = wording, group, shortened
        self.rows: dict[str, TickRow] = {}
        self._long: dict[str, LongNoteField] = {}
        self._column = in_column(gap=2, inside=self)
        about = part_title(wording, group.part)
        self._inner = QWidget()
        self._lines = QVBoxLayout(self._inner)
        self._lines.setContentsMargins(inset(px(28) if group.head else 0))
        self._lines.setSpacing(px(2))
        if group.head is not None:
            about = offer_said(wording, group.head)[:200]
            self._column.addWidget(self._row(group.head, "", "strong"))
        self._column.addWidget(self._inner)
        self._about = about
        self._end = 0
        self._add_rows(group.offers[:_SHOWN_OFFERS])
        self._more = WordButton()
        set_look(self._more, "link")
        rest = len(group.offers) - _SHOWN_OFFERS
        self._more.setText(wording.count("Show {n} more", "Show {n} more", max(0, rest)))
        self._more.clicked.connect(self.show_rest)
        self._lines.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        self._more.setVisible(rest > 0)  # only now: alone it would be a window for a moment
        self.helped = self._helped_field(words)

    def _helped_field(self, words: PageTexts) -> HelpedField | None:
        if self.group.strategy is None:
            return None
        field = HelpedField(self._wording, words, self.group.strategy, self._about)
        field.setContentsMargins(inset(px(28)))
        self._column.addWidget(field)
        return field

    def long_note(self, note: UUID) -> LongNoteField | None:
        """Return where a ticked long note of this group is shortened."""
        mine = (offer for offer in self.group.offers if offer.note == note)
        fields = (self._long.get(offer.key) for offer in mine if self._ticks.has(offer.key))
        return next((field for field in fields if field is not None), None)

    def show_ticks(self, ticks: Ticks) -> None:
        """Show what is ticked; without its strategy nothing of it can be, nor be said of it."""
        for key, row in self.rows.items():
            row.show_ticked(ticks.has(key))
        for offer in self.group.offers:
            if offer.needs and offer.key in self.rows:
                self.rows[offer.key].setEnabled(ticks.has(offer.needs))
        for key, field in self._long.items():
            field.setVisible(ticks.has(key))
        head = self.group.head
        on = head is None or ticks.has(head.key)
        self._inner.setEnabled(on)
        # What a second page would hold is a long list, which nobody needs who wants none.
        self._inner.setVisible(on or self.group.part is not PagePart.SECOND_PAGE)
        if self.helped is not None:
            self.helped.setVisible(on)
        self._ticks = ticks

    def _row(self, offer: Offer, about: str, look: str = "") -> TickRow:
        row = TickRow(offer.key, offer_said(self._wording, offer), about, look)
        row.ticked.connect(self.ticked)
        self.rows[offer.key] = row
        return row

    def show_rest_with(self, note: UUID) -> None:
        """Show all of a long list where a note waits in its rest."""
        rest = self.group.offers[_SHOWN_OFFERS:]
        if any(offer.note == note for offer in rest):
            self.show_rest()

    def show_rest(self) -> None:
        """Show all of a long list."""
        if self._more.isHidden():
            return
        self._more.hide()
        self._add_rows(self.group.offers[_SHOWN_OFFERS:])
        tab_as_read(self)
        self.show_ticks(self._ticks)

    def _add_rows(self, offered: Sequence[Offer]) -> None:
        """Add rows above the link for the rest; a long note brings a field to shorten it."""
        for offer in offered:
            self._add_line(self._row(offer, self._about))
            if offer.note and is_long(offer) and offer.part is not PagePart.SECOND_PAGE:
                field = LongNoteField(self._wording, self._shortened, offer.note, str(offer.says))
                field.setContentsMargins(inset(px(28), bottom=px(4)))
                self._long[offer.key] = field
                self._add_line(field)

    def _add_line(self, line: QWidget) -> None:
        self._lines.insertWidget(self._end, line)
        self._end += 1


class TickList(QWidget):
    """All groups, with a heading over each part; `ticked` carries the key of an offer.

    The rows are made once somebody looks at them: most pages are made without the list.
    """

    ticked = Signal(str, bool)

    def __init__(self, wording: Wording, words: PageTexts, shortened: PageTexts) -> None:
        super().__init__()
        self._wording, self._words, self._shortened = wording, words, shortened
        self._made: list[TickGroup] = []
        self._wanted: tuple[Sequence[Offer], Ticks] = ((), Ticks())
        self._column = in_column(gap=6, inside=self)

    def show_offers(self, offered: Sequence[Offer], ticks: Ticks) -> None:
        """Show what can be ticked and what is; built anew only where the offers changed."""
        self._wanted = offered, ticks
        if self._made:
            self._show_wanted()

    def make(self) -> None:
        """Make the rows where there are none yet."""
        if not self._made:
            self._show_wanted()

    def _show_wanted(self) -> None:
        offered, ticks = self._wanted
        groups = groups_of(offered)
        if tuple(tick_group.group for tick_group in self._made) != groups:
            self._build(groups)
        for group in self._made:
            group.show_ticks(ticks)

    @property
    def _groups(self) -> Sequence[TickGroup]:
        self.make()
        return self._made

    def open_group(self, name: str) -> TickRow | None:
        """Show all of a group; return its first line that is not ticked, or its first."""
        for tick_group in self._groups:
            head = tick_group.group.head
            if name in {head.key if head else "", tick_group.group.part}:
                tick_group.show_rest()
                rows = list(tick_group.rows.values())
                free = (row for row in rows if row.isVisibleTo(self) and not row.box.isChecked())
                found = next(free, None)
                if found is not None or head is None or head.key == name:
                    return found or rows[0]
        return None

    def helped(self) -> Mapping[UUID, HelpedField]:
        """Return where what helped is typed, by strategy."""
        made = ((group.group.strategy, group.helped) for group in self._groups)
        return {which: field for which, field in made if which is not None and field is not None}

    def long_note(self, note: UUID) -> LongNoteField | None:
        """Return where a long note that is ticked can be shortened; it may wait to be shown."""
        for group in self._groups:
            group.show_rest_with(note)
            field = group.long_note(note)
            if field is not None:
                return field
        return None

    def rows(self) -> Mapping[str, TickRow]:
        """Return the rows by the keys of their offers."""
        return {key: row for group in self._groups for key, row in group.rows.items()}

    def _build(self, groups: Sequence[OfferGroup]) -> None:
        clear(self._column)
        self._made = []
        part: PagePart | None = None
        for group in groups:
            if group.part is not part:
                part = group.part
                heading = WrapLabel(part_title(self._wording, part), "small")
                heading.setContentsMargins(0, px(8), 0, 0)
                self._column.addWidget(heading)
            made = TickGroup(self._wording, group, self._words, self._shortened)
            made.ticked.connect(self.ticked)
            self._made.append(made)
            self._column.addWidget(made)
        tab_as_read(self)
