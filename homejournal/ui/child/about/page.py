"""The page about our child: what we wrote, its earlier versions, and its ways to paper."""

from collections.abc import Sequence
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.papers.about_child import COMMUNICATES, WORDS, AboutChild, about_parts
from homejournal.domain.records.children import About
from homejournal.domain.records.family import is_put_away
from homejournal.domain.records.record import Kind
from homejournal.texts.papers import about_child as said
from homejournal.texts.papers.about_child import part_name, written_on
from homejournal.texts.wording import Wording
from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.page import Page
from homejournal.ui.child.about.child_dialogs import AboutDialog, AboutPageDialog, ChildDialog
from homejournal.ui.child.about.put_away import PutAwayDialog, take_out
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.button import ToggleButton, make_button
from homejournal.ui.widgets.cards.card import Card, Part
from homejournal.ui.widgets.cards.notice import EmptyState
from homejournal.ui.widgets.layout.boxes import in_column, inset
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel

_SHOWN = 6


class EarlierVersions(QWidget):
    """The earlier versions, newest first: a few, then all when asked for."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._versions: tuple[About, ...] = ()
        self._all = False
        self._open: set[UUID] = set()
        self._toggles: list[ToggleButton] = []
        self._rows = Part()
        self._more = make_button(
            wording.text("Show all"), "chevron-down", self._on_more, look="link"
        )
        column = in_column(
            WrapLabel(wording.text("What we wrote before"), "heading"),
            self._rows,
            gap=6,
            inside=self,
        )
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_versions(self, versions: Sequence[About]) -> None:
        """Show these versions, newest first; those that were open stay open."""
        if tuple(versions) != self._versions:
            self._versions = tuple(versions)
            self._fill()
        self.setVisible(bool(versions))

    def begin_anew(self) -> None:
        """Close everything: another child is shown."""
        self._all = False
        self._open.clear()

    def _fill(self) -> None:
        shown = self._versions if self._all else self._versions[:_SHOWN]
        self._toggles.clear()
        self._rows.show_widgets([self._row(version) for version in shown])
        self._more.setVisible(len(shown) < len(self._versions))

    def _row(self, version: About) -> QWidget:
        row = QWidget()
        column = in_column(gap=4, edges=(0, 0, 0, px(4)), inside=row)
        toggle = ToggleButton(written_on(self._wording, version.day))
        toggle.setProperty("version", str(version.id))
        set_look(toggle, "link")
        set_icon(toggle, "clock", "muted", 16)
        words = Part()
        words.show_told(
            *((part_name(self._wording, part), text) for part, text in about_parts(version))
        )
        words.setContentsMargins(inset(px(12)))
        toggle.setChecked(version.id in self._open)
        words.setVisible(toggle.isChecked())
        toggle.toggled.connect(words.setVisible)
        toggle.toggled.connect(self._on_toggled)
        self._toggles.append(toggle)
        column.addWidget(toggle, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(words)
        return row

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        toggle = self.sender()
        if isinstance(toggle, QPushButton):
            which = UUID(str(toggle.property("version")))
            (self._open.add if on else self._open.discard)(which)

    def _on_more(self) -> None:
        self._all = True
        self._fill()
        self._toggles[_SHOWN].setFocus(Qt.FocusReason.OtherFocusReason)


class AboutChildPage(Page):
    """The newest words stand open; those of earlier days can be read below them."""

    SHOWS: ClassVar[frozenset[Kind]] = frozenset({Kind.CHILD, Kind.ABOUT})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wording = desk.wording
        self._told: AboutChild | None = None
        text = self._wording.text
        self._write = make_button(
            text("Change what we wrote…"), "pencil", self.write, look="primary"
        )
        self._dates = make_button(text("Name and birthday…"), "user", self.change_child)
        self._paper = make_button(text("A page for new people…"), "printer", self.print_page)
        self._rest = make_button("", on=self.put_away, look="link")
        self._who, self._what = Card(""), Card(text("In our words"))
        self._facts, self._words = Part(), Part()
        self._who.body.addWidget(self._facts)
        self._what.body.addWidget(self._words)
        self._empty = EmptyState("heart", text("Nothing is written down yet"), "")
        self._empty.pressed.connect(self.write)
        self._earlier = EarlierVersions(self._wording)
        self._lay_out()

    def _lay_out(self) -> None:
        does = FlowRow(self._write, self._paper, self._dates)
        self._scroll = ScrollColumn()
        self._scroll.add(WrapLabel(self.title, "title"), does, self._who, self._what)
        last = FlowRow(self._rest)
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
