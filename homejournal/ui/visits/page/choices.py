"""The side of the Visit page on which one chooses: words, days, people, and what stands on it."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.errors import JournalError
from homejournal.domain.text_rules import check_line, check_text
from homejournal.domain.visit_page.choices import (
    HELPED,
    SHORTENED,
    LeftOffPage,
    PageTyped,
    page_subject,
)
from homejournal.domain.visit_page.material import PageMaterial
from homejournal.texts.papers.team_messages import openings, thanks_lines
from homejournal.texts.papers.visit_page import not_on_page, words_typed_for
from homejournal.texts.wording import wording_of
from homejournal.ui.base.desk import Desk
from homejournal.ui.theme import px, set_look
from homejournal.ui.visits.page.drafts import PageDrafts
from homejournal.ui.visits.page.handed_over_pages import KeptPages
from homejournal.ui.visits.page.options import PageWishes
from homejournal.ui.visits.page.texts_by_item import PageTexts
from homejournal.ui.visits.page.tick_list import TickList
from homejournal.ui.visits.page.typed_fields import TypedFields, typed_of
from homejournal.ui.widgets.buttons.button import MenuButton
from homejournal.ui.widgets.layout.boxes import inset
from homejournal.ui.widgets.layout.scroll_areas import ScrollAnchor, ScrollColumn, show_high_up
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_OTHER_PAGES = 8
_ABOVE_FIELD = 100
"""Enough to see the end of the note itself."""


class PageChoices(ScrollColumn):
    """All that is chosen and typed for one page, and the pages that were kept.

    `changed` comes when words of another page were taken over, `failed` where that was not done.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, shorter: QWidget) -> None:
        super().__init__(widest=560, edge=2)
        ScrollAnchor(self)
        self._desk, self._wording = desk, desk.wording
        self._spoken = ""
        self._opened: QWidget | None = None
        self.drafts = PageDrafts(desk, self)
        self._add_words()
        self.wishes = PageWishes(desk)
        self._not_on_it = WrapLabel("", "muted")
        self._not_on_it.hide()
        self.helped = PageTexts(self.drafts, HELPED, check_line, self)
        self.shortened = PageTexts(self.drafts, SHORTENED, check_text, self)
        self.ticks = TickList(self._wording, self.helped, self.shortened)
        self.kept = KeptPages(self._wording)
        self.column.setContentsMargins(inset(px(2), px(4), px(12), px(32)))
        text = self._wording.text
        self.add(
            shorter,
            self._not_on_it,
            self.words,
            self.others,
            self.wishes,
            WrapLabel(text("What’s on the page"), "heading"),
            WrapLabel(text("Private notes are never offered here."), "small"),
            self.ticks,
            self.closing,
            WrapLabel(text("Pages that were kept"), "heading"),
            self.kept,
        )

    def _add_words(self) -> None:
        """Make the fields for words of this page, and the way to those typed for another one."""
        text = self._wording.text
        hint = text("One or two sentences, at the top of the page. You can leave it out.")
        self.words = TypedFields(
            self.drafts,
            {"our_words": (text("The one thing we want to say today"), hint)},
            {"our_words": text("Choose a sentence…")},
        )
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
        """Return what is typed for the page."""
        helped, shortened = self.helped.texts(), self.shortened.texts()
        return typed_of(helped, shortened, self.words, self.closing)

    def say_what_is_not_on_it(self, waiting: LeftOffPage, *, written: bool) -> None:
        """Say so where nothing is written for these days, or where not all of it is ticked."""
        text = self._wording.text
        words, how = not_on_page(self._wording, waiting), text("You can tick more further down.")
        words = f"{words} {how}" if words else ""
        if not written:
            words = text(
                "Nothing is written down for these days yet. Choose other days, or write down"
                " today what you remember."
            )
        self._not_on_it.setText(words)
        self._not_on_it.setVisible(bool(words))
