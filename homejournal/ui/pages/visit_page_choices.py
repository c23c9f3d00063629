"""The side of the Visit page on which one chooses: words, days, people, and what stands on it."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QWidget

from homejournal.domain.page_wishes import PageTyped
from homejournal.domain.text import check_line, check_text
from homejournal.texts.page_sentences import openings, thanks_lines
from homejournal.texts.wording import wording_of
from homejournal.ui.desk import Desk
from homejournal.ui.pages.visit_page_kept import KeptPages
from homejournal.ui.pages.visit_page_texts import PageTexts
from homejournal.ui.pages.visit_page_ticks import TickList
from homejournal.ui.pages.visit_page_typed import TypedFields, typed_of
from homejournal.ui.pages.visit_page_wishes import PageWishes
from homejournal.ui.theme import px
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from homejournal.ui.pages.visit_page_long_note import LongNoteField

_ABOVE_FIELD = 100
"""Enough to see the end of the note itself."""


class PageChoices(ScrollColumn):
    """All that is chosen and typed for one page, and the pages that were kept."""

    def __init__(self, desk: Desk, shorter: QWidget) -> None:
        super().__init__(widest=560, edge=2)
        self._wording = desk.wording
        self._spoken = ""
        self._opened: LongNoteField | None = None
        text = self._wording.text
        hint = text("One or two sentences, at the top of the page. You can leave it out.")
        self.words = TypedFields(
            desk,
            {"our_words": (text("The one thing we want to say today"), hint)},
            {"our_words": text("Choose a sentence…")},
        )
        self.closing = TypedFields(
            desk,
            {
                "thanks": (text("A line of thanks (optional)"), ""),
                "reach_us": (text("Best way to reach us (optional)"), ""),
            },
            {"thanks": text("Choose a thank-you…")},
        )
        self.wishes = PageWishes(desk)
        self._nothing = WrapLabel("", "muted")
        self._nothing.hide()
        self.helped = PageTexts(desk, "helped", check_line, self)
        self.shortened = PageTexts(desk, "shortened", check_text, self)
        self.ticks = TickList(self._wording, self.helped, self.shortened)
        self.kept = KeptPages(self._wording)
        self.column.setContentsMargins(px(2), px(4), px(12), px(32))
        self.add(
            shorter,
            self._nothing,
            self.words,
            self.wishes,
            WrapLabel(text("What stands on the page"), "heading"),
            WrapLabel(text("Private notes are never offered here."), "small"),
            self.ticks,
            self.closing,
            WrapLabel(text("Pages that were kept"), "heading"),
            self.kept,
        )

    def show_child(self, child: UUID) -> None:
        """Show what was typed for a child's next page."""
        self.words.show_child(child)
        self.closing.show_child(child)
        self.helped.show_child(child)
        self.shortened.show_child(child)

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
            self._opened = field
            QTimer.singleShot(0, self, self._show_opened)  # once it has its place

    def _show_opened(self) -> None:
        """Scroll so that the field stands high up: the foot of a low window is out of sight."""
        field, self._opened, body = self._opened, None, self.widget()
        if field is not None and body is not None:
            top = field.mapTo(body, QPoint(0, 0)).y()
            self.verticalScrollBar().setValue(top - px(_ABOVE_FIELD))

    def typed(self) -> PageTyped:
        """Return what is typed for the page."""
        helped, shortened = self.helped.texts(), self.shortened.texts()
        return typed_of(helped, shortened, self.words, self.closing)

    def keep(self) -> None:
        """Keep what is typed so far as unfinished text."""
        self.words.keep()
        self.closing.keep()
        self.helped.keep()
        self.shortened.keep()

    def say_nothing(self, *, written: bool) -> None:
        """Say so where nothing is written for these days."""
        words = self._wording.text(
            "Nothing is written down for these days yet. Choose other days, or write down today"
            " what you remember."
        )
        self._nothing.setText("" if written else words)
        self._nothing.setVisible(not written)
