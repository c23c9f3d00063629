"""The rail beside the page: its three questions, the list of all lines, pages that left before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, JournalError
from homejournal.domain.records.media_and_papers import Page as KeptRecord
from homejournal.domain.text_rules import check_line, check_text
from homejournal.domain.visit_page.choices import (
    HELPED,
    SHORTENED,
    LeftOffPage,
    PageTyped,
    page_subject,
)
from homejournal.domain.visit_page.material import PageMaterial
from homejournal.domain.visit_page.page import VisitPage
from homejournal.exchange.kept_papers_json import page_from_dict
from homejournal.texts.papers.team_messages import openings, thanks_lines
from homejournal.texts.papers.visit_page import (
    how_to_leave_out,
    kept_name,
    not_on_page,
    page_for,
    words_typed_for,
)
from homejournal.texts.wording import Wording, wording_of
from homejournal.ui.base.desk import Desk
from homejournal.ui.theme import px, set_look
from homejournal.ui.visits.page.drafts import PageDrafts, PageTexts
from homejournal.ui.visits.page.options import PageWishes
from homejournal.ui.visits.page.shorten_page import ShorterPanel
from homejournal.ui.visits.page.tick_list import TickList
from homejournal.ui.widgets.button import MenuButton, make_button
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import FlowRow, clear, in_column, inset
from homejournal.ui.widgets.layout.focus import has_focus_inside, tab_as_read
from homejournal.ui.widgets.layout.scroll_areas import ScrollAnchor, ScrollColumn, show_high_up
from homejournal.ui.widgets.wrapping_labels import WrapLabel


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was handed over, with its record."""

    record: KeptRecord
    page: VisitPage


def readable(records: Sequence[object]) -> list[KeptPage]:
    """Return the kept pages that can be shown, newest first."""
    found = []
    for record in records:
        if isinstance(record, KeptRecord):
            try:
                found.append(KeptPage(record, page_from_dict(record.page)))
            except InvalidValueError:
                continue  # kept by a newer version with parts that this one does not know
    return sorted(found, key=lambda kept: kept.record.made, reverse=True)


class KeptPages(QWidget):
    """`wanted` carries the kept page to show, `remove_wanted` the one to remove."""

    wanted = Signal(object)
    remove_wanted = Signal(object)
    left = Signal()
    """The button that had the focus is gone."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._kept: list[KeptPage] | None = None
        self._column = in_column(gap=4, inside=self)
        self.show_pages([], writable=False)

    def show_pages(self, kept: list[KeptPage], *, writable: bool) -> None:
        if kept == self._kept:
            return
        self._kept = kept
        focused = has_focus_inside(self)
        clear(self._column)
        if not kept:
            nothing = self._wording.text("A page that you hand over can be kept here.")
            self._column.addWidget(WrapLabel(nothing, "small"))
        for kept_page in kept:
            self._column.addWidget(self._row(kept_page, writable=writable))
        tab_as_read(self)
        if focused:
            self.left.emit()

    def _row(self, kept: KeptPage, *, writable: bool) -> QWidget:
        name = kept_name(self._wording, kept.page)
        show = make_button(name.replace("&", "&&"), "file-text", look="link")
        row = FlowRow(show.giving(kept, self.wanted), gap=4)
        if writable:
            remove = make_button(self._wording.text("Remove"), look="link", about=name)
            row.add(remove.giving(kept, self.remove_wanted))
        return row


class TypedFields(QWidget):
    """Some of the fields of a page; `changed` comes with every key.

    Under a field there may be sentences to choose from; they are the family's own afterwards. The
    fields are made once somebody sees them: most pages are made without a line of thanks.
    """

    changed = Signal()

    def __init__(
        self,
        drafts: PageDrafts,
        names: Mapping[str, tuple[str, str]],
        sentences: Mapping[str, str],
        parent: QWidget,
    ) -> None:
        """Make it; `names` are the labels and the hints, `sentences` the words of the menus."""
        super().__init__(parent)
        self._drafts, self._names, self._menus = drafts, names, sentences
        self._offered: dict[str, Sequence[str]] = {}
        self._edits: dict[str, NoteEdit] = {}
        self.sentences: dict[str, MenuButton] = {}
        drafts.shown.connect(self._show)

    def make(self) -> None:
        """Make the fields where there are none yet."""
        if self._edits:
            return
        form = Form(self)
        for field, (label, hint) in self._names.items():
            edit = NoteEdit(hint, 2, 6)
            edit.setReadOnly(False)
            form.add_row(label, edit)
            edit.setProperty("field", field)
            edit.textChanged.connect(self._on_text)
            self._edits[field] = edit
            if field in self._menus:
                self._add_menu(form, field, label)
        self._show()

    def _add_menu(self, form: Form, field: str, about: str) -> None:
        button = MenuButton(self._menus[field], ())
        set_look(button, "link")
        button.setAccessibleDescription(about)
        button.setProperty("field", field)
        button.picked.connect(self._on_picked)
        self.sentences[field] = button
        form.addRow(FlowRow(button))
        self.offer(field, self._offered.get(field, ()))

    def offer(self, field: str, sentences: Sequence[str]) -> None:
        """Offer sentences to choose from for a field."""
        self._offered[field] = sentences
        if field in self.sentences:
            self.sentences[field].set_lines([(sentence, sentence) for sentence in sentences])

    def edit(self, field: str) -> NoteEdit:
        self.make()
        return self._edits[field]

    def _show(self) -> None:
        """Show what was typed for the page that is prepared now."""
        for field, edit in self._edits.items():
            said = self._drafts.said(field)
            if said.strip() != edit.text().strip():
                with QSignalBlocker(edit):
                    edit.set_text(said)

    def texts(self) -> dict[str, str]:
        """Return what is typed, without characters that no page can hold."""
        typed = {field: edit.text() for field, edit in self._edits.items()}
        return {field: self._drafts.said(field) for field in self._names} | typed

    def _on_picked(self, sentence: str) -> None:
        """Put the sentence where the cursor is; Undo in the field takes it out again."""
        button = self.sender()
        edit = self._edits[str(button.property("field"))]
        cursor = edit.textCursor()
        before = edit.toPlainText()[: cursor.position()]
        gap = " " if before and not before[-1].isspace() else ""
        cursor.beginEditBlock()  # a step of its own for Undo
        cursor.insertText(gap + sentence)
        cursor.endEditBlock()
        edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text(self) -> None:
        edit = self.sender()
        if isinstance(edit, NoteEdit):
            self._drafts.write(str(edit.property("field")), edit.text())
        self.changed.emit()


def typed_of(
    helped: Mapping[UUID, str], shortened: Mapping[UUID, str], *fields: TypedFields
) -> PageTyped:
    texts = {name: text for field in fields for name, text in field.texts().items()}
    return PageTyped(**texts, helped=helped, shortened=shortened)


_OTHER_PAGES = 8
_ABOVE_FIELD = 100
"""Enough to see the end of the note itself."""


class PageChoices(ScrollColumn):
    """What is said, which days, for whom; in their place, when asked, the list of all lines.

    `foot` says how a line is left out, and has the way to the list, which `list_shown` tells of.
    `changed` comes when words of another page were taken over, `failed` where that was not done.
    """

    changed = Signal()
    failed = Signal(object)
    list_shown = Signal()

    def __init__(self, desk: Desk, shorter: ShorterPanel, parent: QWidget) -> None:
        super().__init__(parent, widest=560, edge=2)
        self._shorter = shorter
        ScrollAnchor(self)
        self._desk, self._wording = desk, desk.wording
        self._spoken = ""
        self._opened: QWidget | None = None
        self.drafts = PageDrafts(desk, self)
        self._questions, self._list = QWidget(self.body), QWidget(self.body)
        self.add(self._questions, self._list)
        self._add_words()
        self.wishes = PageWishes(desk, self._questions)
        self._not_on_it = WrapLabel("", "muted")
        self._not_on_it.hide()
        self.helped = PageTexts(self.drafts, HELPED, check_line, self)
        self.shortened = PageTexts(self.drafts, SHORTENED, check_text, self)
        self.ticks = TickList(self._wording, self.helped, self.shortened)
        self.kept = KeptPages(self._wording)
        self.column.setContentsMargins(inset(px(2), px(4), px(10), px(8)))
        self._add_questions()
        self._list.hide()

    def _add_questions(self) -> None:
        text = self._wording.text
        self.title = WrapLabel("", "heading")
        self._when = WrapLabel("", "muted")
        self._how = WrapLabel("", "small")
        self.list_button = make_button(
            text("All lines, also those left out"), "list-check", self._on_list, look="link"
        )
        about = QWidget()
        in_column(self.title, self._when, gap=2, inside=about)
        parts = (about, self._not_on_it, self.words, self.others, self.wishes)
        in_column(*parts, gap=8, inside=self._questions)
        self.foot = QWidget()
        in_column(self._how, FlowRow(self.list_button), gap=2, inside=self.foot)

    @cached_property
    def back_button(self) -> QPushButton:
        """Make the list, which most pages never need; return its way back."""
        text = self._wording.text
        made = make_button(text("Back"), "arrow-left", self._on_back, look="link")
        self.ticks.make()
        self.closing.make()
        column = in_column(
            made,
            self._shorter,
            WrapLabel(text("What’s on the page"), "heading"),
            WrapLabel(text("Private notes are never offered here."), "small"),
            self.ticks,
            self.closing,
            WrapLabel(text("Pages that were kept"), "heading"),
            self.kept,
            gap=12,
            inside=self._list,
        )
        column.setAlignment(made, Qt.AlignmentFlag.AlignLeading)
        return made

    def show_list(self, *, shown: bool) -> None:
        """Show the list of all lines, or the questions in its place."""
        if shown:
            self.back_button.show()
        self._shorter.be_in_list(shown=shown)
        self._list.setVisible(shown)
        self._questions.setVisible(not shown)
        self.foot.setVisible(not shown)
        self.verticalScrollBar().setValue(0)
        tab_as_read(self)

    @property
    def shows_list(self) -> bool:
        return not self._list.isHidden()

    def _on_list(self) -> None:
        self.show_list(shown=True)
        self.list_shown.emit()
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self.show_list(shown=False)
        self.list_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Leave the list with Escape, as a closer look at a strategy is left."""
        if event.key() == Qt.Key.Key_Escape and self.shows_list:
            self._on_back()
        else:
            super().keyPressEvent(event)

    def show_group(self, group: str) -> None:
        """Show in the list what else could be in a group of lines, and go there."""
        self.show_list(shown=True)
        self.list_shown.emit()
        first = self.ticks.open_group(group)
        if first is not None:
            first.box.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_high_up(first)

    def say_page(self, people: Sequence[str], visit: date | None, left_out: int) -> None:
        """Say for whom and which visit the page is, and how many lines were left out of it."""
        self.title.setText(page_for(self._wording, people))
        when = self._wording.full_day(visit) if visit else ""
        self._when.say(when)
        self._how.setText(how_to_leave_out(self._wording, left_out))

    def _add_words(self) -> None:
        """Make the fields for words of this page, and the way to those typed for another one."""
        text = self._wording.text
        hint = text("One or two sentences, at the top of the page.")
        self.words = TypedFields(
            self.drafts,
            {"our_words": (text("The one thing we want to say today"), hint)},
            {"our_words": text("Choose a sentence…")},
            self._questions,
        )
        self.words.make()
        self.others = MenuButton(text("Take words typed for another page…"), ())
        set_look(self.others, "link")
        self.others.picked.connect(self._on_taken)
        self.others.hide()
        self.closing = TypedFields(
            self.drafts,
            {
                "thanks": (text("A line of thanks (optional)"), ""),
                "reach_us": (text("Best way to reach us (optional)"), ""),
            },
            {"thanks": text("Choose a thank-you…")},
            self._list,
        )

    def show_words(self, material: PageMaterial | None) -> None:
        """Show what was typed for the page that this material is for, and offer other words."""
        if material is not None:
            self.drafts.show(material)
            self._offer_others()

    def _offer_others(self) -> None:
        """Offer the words of other pages: of the newest visits first, then of people."""
        family, others = self._desk.journal.family(), self.drafts.others()
        told = [(page_subject(place), place, words) for place, words in others.items()]
        days = {visit.id: visit.day for visit in family.visits.values()}
        told.sort(key=lambda one: days.get(one[0] or UUID(int=0), date.min), reverse=True)
        lines = [
            (place, words_typed_for(self._wording, family, whose, words))
            for whose, place, words in told[:_OTHER_PAGES]
        ]
        self.others.set_lines(lines)
        self.others.setVisible(bool(lines) and self._desk.can_write)

    def _on_taken(self, place: str) -> None:
        try:
            self.drafts.take_from(place)
        except JournalError as failure:
            self.failed.emit(failure)
            return
        self._offer_others()
        self.changed.emit()

    def speak(self, language: str) -> None:
        """Offer the sentences to choose from in the language of the page."""
        if language != self._spoken:
            self._spoken = language
            self.words.offer("our_words", openings(wording_of(language)))
            self.closing.offer("thanks", thanks_lines(wording_of(language)))

    def show_long_note(self, note: UUID) -> None:
        """Open the field in which a long note can be shortened, and go there."""
        self.show_list(shown=True)
        field = self.ticks.long_note(note)
        if field is not None:
            field.open()
            self.show_high_up(field)

    def show_high_up(self, widget: QWidget) -> None:
        """Scroll so that a widget stands high up: the foot of a low window is out of sight."""
        self._opened = widget
        QTimer.singleShot(0, self, self._show_opened)  # once it has its place

    def _show_opened(self) -> None:
        widget, self._opened = self._opened, None
        if widget is not None:
            show_high_up(widget, _ABOVE_FIELD)

    def typed(self) -> PageTyped:
        helped, shortened = self.helped.texts(), self.shortened.texts()
        return typed_of(helped, shortened, self.words, self.closing)

    def say_what_is_not_on_it(self, waiting: LeftOffPage, *, written: bool) -> None:
        """Say so where nothing is written for these days, or where not all of it is ticked."""
        text = self._wording.text
        words, how = not_on_page(self._wording, waiting), text("They are in the list.")
        words = f"{words} {how}" if words else ""
        if not written:
            words = text(
                "Nothing is written down for these days yet. Choose other days, or write down"
                " today what you remember."
            )
        self._not_on_it.say(words)
