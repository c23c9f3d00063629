"""About our child: who the child is in the family's words, and one page for somebody new."""

from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.papers.about_child import COMMUNICATES, WORDS, AboutChild, about_parts
from homejournal.domain.records.family import is_put_away
from homejournal.domain.records.record import Kind
from homejournal.texts.papers import about_child as said
from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.page import Page
from homejournal.ui.child.about.about_dialog import AboutDialog
from homejournal.ui.child.about.child_dialog import ChildDialog
from homejournal.ui.child.about.earlier_versions import EarlierVersions
from homejournal.ui.child.about.printed_page_dialog import AboutPageDialog
from homejournal.ui.child.about.put_away_dialog import PutAwayDialog, take_out
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.cards.card_section import Part
from homejournal.ui.widgets.cards.empty_page import EmptyState
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.scroll_column import ScrollColumn
from homejournal.ui.widgets.text.labels import WrapLabel


class AboutChildPage(Page):
    """The newest words stand open; those of earlier days can be read below them."""

    SHOWS: ClassVar[frozenset[Kind]] = frozenset({Kind.CHILD, Kind.ABOUT})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wording = desk.wording
        self._told: AboutChild | None = None
        text = self._wording.text
        self._write = self._button(text("Change what we wrote…"), "pencil", "accent_text")
        set_look(self._write, "primary")
        self._write.clicked.connect(self.write)
        self._dates = self._button(text("Name and birthday…"), "user", "text")
        self._dates.clicked.connect(self.change_child)
        self._paper = self._button(text("A page for new people…"), "printer", "text")
        self._paper.clicked.connect(self.print_page)
        self._rest = WordButton("")
        set_look(self._rest, "link")
        self._rest.clicked.connect(self.put_away)
        self._who, self._what = Card(""), Card(text("In our words"))
        self._facts, self._words = Part(), Part()
        self._who.body.addWidget(self._facts)
        self._what.body.addWidget(self._words)
        self._empty = EmptyState("heart", text("Nothing is written down yet"), "")
        self._empty.pressed.connect(self.write)
        self._earlier = EarlierVersions(self._wording)
        self._lay_out()

    def _button(self, words: str, icon: str, ink: str) -> QPushButton:
        button = WordButton(words)
        set_icon(button, icon, ink, 18)
        return button

    def _lay_out(self) -> None:
        does = FlowRow()
        does.add(self._write, self._paper, self._dates)
        self._scroll = ScrollColumn()
        self._scroll.add(WrapLabel(self.title, "title"), does, self._who, self._what)
        last = FlowRow()
        last.add(self._rest)
        self._scroll.add(self._empty, self._earlier, last)
        self._scroll.fill(self)

    @property
    @override
    def offers(self) -> Offers:
        return {Action.SAVE_PDF: self.save_pdf, Action.PRINT: self.print_page}

    @property
    @override
    def title(self) -> str:
        return self._wording.text("About our child")

    @override
    def set_child(self, child: UUID | None) -> None:
        if child != self.child:
            self._earlier.begin_anew()
        super().set_child(child)

    @override
    def refresh(self) -> None:
        if self.child is None:
            return
        told = self._told = self.desk.journal.about.told(self.child, self.desk.today())
        self._show_head(told)
        self._show_child(told)
        self._show_words(told)
        self._earlier.show_versions(told.versions[1:])

    def _show_head(self, told: AboutChild) -> None:
        text, writes = self._wording.text, self.desk.can_write
        self._write.setVisible(writes and not told.empty)
        self._dates.setVisible(writes)
        self._rest.setVisible(writes)
        rests = is_put_away(told.child)
        self._rest.setText(text("Take it out again") if rests else text("Put the journal away…"))
        self._paper.setVisible(not told.empty)
        self._empty.setVisible(told.empty)
        self._empty.set_texts(
            text("Nothing is written down yet"),
            text(
                "Write down what your child does well, what helps and what is hard, in your own"
                " words. It makes one page for everybody new, so that you tell it only once."
            ),
            text("Write about our child") if writes else "",
        )

    def _show_child(self, told: AboutChild) -> None:
        wording, child = self._wording, told.child
        self._who.set_title(child.name)
        age, dates = said.age_said(wording, told), said.dates_said(wording, child)
        lines = [WrapLabel(age, "strong")] if age else []
        lines += [WrapLabel(dates, "muted")] if dates else []
        told_of = (
            (said.part_name(wording, WORDS), child.words or ""),
            (said.part_name(wording, COMMUNICATES), said.ways_said(wording, child.communicates)),
        )
        for heading, words in told_of:
            if words:
                head = WrapLabel(heading, "small")
                head.setContentsMargins(0, px(6), 0, 0)
                lines += [head, WrapLabel(words)]
        self._facts.show_widgets(lines)

    def _show_words(self, told: AboutChild) -> None:
        newest = told.newest
        parts = list(about_parts(newest)) if newest is not None else []
        self._what.setVisible(bool(parts))
        self._what.clear_corner()
        if newest is not None and parts:
            self._what.add_chip(said.written_on(self._wording, newest.day))
        self._words.show_told(
            *((said.part_name(self._wording, part), words) for part, words in parts)
        )

    def write(self) -> None:
        """Ask for the family's words about the child."""
        if self._told is not None and self.desk.can_write:
            AboutDialog(self.desk, self._told, self).ask()

    def change_child(self) -> None:
        """Ask for the child's name, birthday and due date."""
        if self._told is not None:
            ChildDialog(self.desk, self._told.child, self).ask()

    def put_away(self) -> None:
        """Ask about putting the journal away, or take it out again, which needs no question."""
        if self._told is None:
            return
        if is_put_away(self._told.child):
            take_out(self.desk, self._told.child)
        else:
            PutAwayDialog(self.desk, self._told.child, self).ask()

    def print_page(self) -> None:
        """Show the page for somebody new before it is printed."""
        if self._told is not None and not self._told.empty:
            AboutPageDialog(self.desk, self._told.child.id, self).ask()

    def save_pdf(self) -> None:
        """Show the page for somebody new before it is saved."""
        self.print_page()
