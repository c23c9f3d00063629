"""The page for a visit: the page itself to work on, the rail beside it, and the ways it leaves."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError
from homejournal.domain.names import distinct_team
from homejournal.domain.records.record import Kind
from homejournal.domain.sentences.values import Replaced
from homejournal.domain.visit_page.choices import is_empty
from homejournal.domain.visits import on_team
from homejournal.reports.visit_page.plain_text import visit_page_text
from homejournal.texts.day_page import capitalized
from homejournal.texts.error_texts import explain
from homejournal.texts.papers.visit_page import kept_name, offer_said
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording, short_name
from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.page import Page
from homejournal.ui.theme import px
from homejournal.ui.visits.page.background_preview import DrawnPage, PageRender
from homejournal.ui.visits.page.choices import KeptPage, PageChoices, readable
from homejournal.ui.visits.page.live_page import LivePage
from homejournal.ui.visits.page.menu_actions import PageWays
from homejournal.ui.visits.page.page_builder import LINES, MADE_FROM, PageMaking
from homejournal.ui.visits.page.shorten_page import ShorterPanel
from homejournal.ui.widgets.button import MoreButton, make_button
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column, in_row, inset, turn
from homejournal.ui.widgets.layout.scroll_areas import FullHeightScroll, SharedHeight, show_in_sight
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.visit_page.builder import Shortening
    from homejournal.domain.visit_page.page import VisitPage


_ROOM = 64


class PageHead(QWidget):
    """`old` says that a kept page is shown, `trouble` what did not work.

    `hand_over` offers to keep the page; `side` chooses between page and rail where they do not fit
    side by side. `ways` are the buttons by which the page leaves, which are not in the head but at
    the foot of the rail; `where` shows the file that was saved last in its folder.
    """

    def __init__(self, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        text = wording.text
        self.side = SingleChoice(
            [(False, text("The page")), (True, text("What’s on it"))], text("Show")
        )
        self.side.set_choice(value=False)
        self.side.hide()
        self.old = Notice("", NoticeKind.INFO, text("Back to the new page"))
        self.trouble = Notice("", NoticeKind.CAREFUL, text("All right"))
        self.trouble.pressed.connect(self.trouble.hide)
        self.hand_over = Notice("", NoticeKind.INFO, text("Keep this page"))
        self.ways = self._buttons()
        notices = (self.old, self.trouble, self.hand_over)
        in_column(self.side, *notices, gap=10, inside=self)
        for notice in notices:
            notice.hide()

    def _buttons(self) -> QWidget:
        text = self._wording.text
        self.save = make_button(text("Save as PDF…"), "download")
        self.printing = make_button(text("Print…"), "printer", look="primary")
        self.more = MoreButton(text("More ways"))
        self.more.set_lines(
            (
                ("mail", text("Send by e-mail…")),
                ("locked", text("PDF with a password…")),
                ("html", text("Web page for screen readers…")),
                ("short", text("Short text for a message…")),
                ("copy", text("Copy as text")),
            )
        )
        self.where = make_button(text("Show the file in its folder"), look="link")
        self.where.hide()
        record = text("A page that you hand over may become part of your child’s record.")
        buttons = QWidget()
        row = FlowRow(self.printing, self.save, self.more, self.where)
        in_column(row, WrapLabel(record, "small"), gap=8, inside=buttons)
        return buttons

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Offer one side at a time."""
        self.side.setVisible(narrow)

    def say_trouble(self, words: str) -> None:
        self.trouble.set_text(words, self._wording.text("All right"))

    def say_replaced(self, signs: tuple[str, ...]) -> None:
        """Say which characters no font here draws, where there are any."""
        if signs:
            self.say_trouble(capitalized(say(self._wording, Replaced(signs))))

    def say_refused(self) -> None:
        """Say that the printer did not take the page."""
        self.say_trouble(
            self._wording.text(
                "The page was not printed. Check that the printer is on, or save the page as PDF."
            )
        )

    def offer_to_keep(self) -> None:
        """Ask whether the page was handed over; what that may mean stands above all the while."""
        words = self._wording.text(
            "Did you hand the page over? Keep a copy here, to see later what you said."
        )
        self.hand_over.set_text(words, self._wording.text("Keep this page"))
        QTimer.singleShot(0, self, self._show_question)  # once it has its place

    def _show_question(self) -> None:
        """Bring the question into sight, free of what the window says at its foot meanwhile."""
        show_in_sight(self.hand_over, _ROOM)

    def say_old(self, day: str) -> None:
        """Say that a page is shown that was kept on a day."""
        words = self._wording.text("This page was kept on {day}, as it was handed over.", day=day)
        self.old.set_text(words, self._wording.text("Back to the new page"))


_BESIDE_FROM = 720
_RAIL = 326
_MOST_SAID = 500
"""So many letters of a line are said to somebody who listens."""
_IN_A_STEP = 40
"""So many are in the words that Undo has for it."""
_LEAST_HEIGHT = 420
_LEAST_PANE = 240
_NO_LIMIT = (1 << 24) - 1


class VisitPagePage(Page):
    """The page in the middle, and beside it what is asked; only what is ticked is in it at all."""

    SHOWS: ClassVar[frozenset[Kind]] = MADE_FROM | {Kind.PAGE}

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, desk.wording.text("Visit page"))
        self._wording = desk.wording
        self.making = PageMaking(desk)
        self._kept: KeptPage | None = None
        self._handed: VisitPage | None = None
        self._place: UUID | None = None
        self._narrow = False
        # All is made in its place: Qt looks up the style of each part anew wherever it is moved.
        area = SharedHeight(self, _LEAST_HEIGHT)
        self._column = area.column
        self._rail, self._paper = QWidget(area.body), QWidget(area.body)
        self.head = PageHead(desk.wording, area.body)
        self._render = PageRender(desk.worker, self)
        self._render.drawn.connect(self._on_drawn)
        self._render.checked.connect(self._on_checked)
        self._render.failed.connect(self._on_failed)
        self.ways = PageWays(desk, self)
        self.shorter = ShorterPanel(desk.wording)
        self.choices = PageChoices(desk, self.shorter, self._rail)
        self.preview = LivePage(desk.wording, self._said, self._paper)
        self._areas = [
            FullHeightScroll(area, area.body, _LEAST_PANE) for area in (self.choices, self.preview)
        ]
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        head, choices = self.head, self.choices
        head.save.giving("pdf", self.go)
        head.printing.giving("print", self.go)
        head.more.picked.connect(self.go)
        head.where.clicked.connect(self.ways.show_file)
        self.ways.saved.connect(head.where.show)
        self.ways.done.connect(self._on_done)
        self.ways.failed.connect(self._on_failed)
        self.ways.refused.connect(head.say_refused)
        self.shorter.opened.connect(self._on_shorter_opened)
        self.shorter.wanted.connect(self._on_shorter)
        self.shorter.note_wanted.connect(choices.show_long_note)
        head.side.chosen.connect(self._show_sides)
        head.old.pressed.connect(self._on_new_page)
        head.hand_over.pressed.connect(self.keep_page)
        choices.wishes.changed.connect(self._on_wishes)
        choices.ticks.ticked.connect(self._on_ticked)
        choices.kept.wanted.connect(self._on_kept)
        choices.kept.remove_wanted.connect(self._on_remove)
        choices.kept.left.connect(head.printing.setFocus)
        for fields in (choices, choices.words, choices.closing, choices.helped, choices.shortened):
            fields.changed.connect(self._show_page)
        choices.failed.connect(self._on_failed)
        self.preview.resized.connect(self._draw)
        self.preview.turned.connect(self._on_ticked)
        self.preview.more_wanted.connect(choices.show_group)
        choices.list_shown.connect(self._on_list)
        self.desk.editing.setting_changed.connect(self._on_setting)

    def _lay_out(self) -> None:
        parts = (self.choices, self.choices.foot, self.head.ways)
        in_column(*parts, grow=self.choices, gap=8, inside=self._rail)
        # The rail keeps its height whatever is said above the page.
        paper, column = self._paper, self._column
        in_column(self.shorter.notice, self.preview, grow=self.preview, gap=10, inside=paper)
        self._body = in_row(paper, self._rail, gap=16, grow=paper)
        column.setContentsMargins(inset(px(20), px(12), px(20), px(8)))
        column.setSpacing(px(10))
        column.addWidget(self.head)
        column.addLayout(self._body, 1)
        self._show_sides()

    @property
    @override
    def offers(self) -> Offers:
        return {Action.SAVE_PDF: self.save_pdf, Action.PRINT: self.print_page}

    @property
    def shown(self) -> "VisitPage | None":
        """Return the page that the preview shows: the new one, or one that was kept."""
        return self._kept.page if self._kept else self.making.page

    @override
    def refresh(self) -> None:
        if self.child is None:
            return
        journal = self.desk.journal
        team = distinct_team(journal.family().team).values()
        self.choices.wishes.offer(on_team(team, self.desk.today()))
        kept = readable(journal.records.all_of(Kind.PAGE, child=self.child))
        self.choices.kept.show_pages(kept, writable=self.desk.can_write)
        place, self._place = self._place, None
        visit = journal.family().visits.get(place) if place else None
        if visit is not None:
            self.choices.wishes.choose_visit(visit)
        if visit is not None or self._kept not in kept:
            self._kept = None
        self._on_wishes()
        for kept_page in kept:
            if kept_page.record.id == place:
                self._on_kept(kept_page)

    @override
    def open_at(self, place: object) -> None:
        """Open it for a visit, with its one professional chosen, or at a page that was kept."""
        if isinstance(place, UUID):
            self._place = place
            self._ask_again()

    @override
    def set_child(self, child: UUID | None) -> None:
        if child != self.child:
            self.keep_typing()
            self._kept = self._handed = None
            self.head.hand_over.hide()
            self.choices.wishes.begin_again()
        super().set_child(child)

    @override
    def keep_typing(self) -> None:
        self.choices.drafts.keep()

    @override
    def typed(self) -> object:
        return self.making.by_hand

    @override
    def type_in(self, typed: object) -> None:
        if isinstance(typed, dict):
            self.making.take_up(typed)
            self._show_page()

    @override
    def at_risk(self) -> frozenset[str]:
        return self.choices.drafts.at_risk()

    def save_pdf(self) -> None:
        self.go("pdf")

    def print_page(self) -> None:
        self.go("print")

    def go(self, way: str) -> None:
        """Let the page that is shown leave in a way, by the name of its menu line."""
        if self.shown is not None and self.making.material is not None:
            self.ways.go(way, self.shown, self.making.material)

    def keep_page(self) -> None:
        """Keep the page as it was handed over."""
        if self._handed is not None and self.ways.keep(self._handed, self.choices.drafts):
            self._handed = None
            self.head.hand_over.hide()

    def _read_material(self) -> None:
        today, child, choices = self.desk.today(), self.child, self.choices
        if child is None:
            return
        choices.wishes.offer_visits(self.desk.journal.family(), child, today)
        wishes = choices.wishes.wishes(today)
        if wishes is None:
            return  # the sentence stands under the dates; the page stays as it was
        choices.speak(wishes.languages[0])
        try:
            choices.wishes.show_period(self.making.read(child, wishes))
            choices.show_words(self.making.material)
        except JournalError as failure:
            self._on_failed(failure)

    def _show_page(self) -> None:
        making = self.making
        if making.build(self.choices.typed()) is None or making.material is None:
            return
        self.choices.ticks.show_offers(making.offered, making.ticks)
        self._offer_lines()
        self.choices.say_what_is_not_on_it(making.waiting(), written=not is_empty(making.material))
        self.head.old.setVisible(self._kept is not None)
        self.head.where.setVisible(self.ways.has_file_of(self.shown))
        if self._kept is not None:
            self.shorter.leave()
        self._draw()

    def _offer_lines(self) -> None:
        """Let the lines be turned on the page itself; what was handed over stays as it was."""
        making, material = self.making, self.making.material
        visit = material.visit if material else None
        left_out = making.left_out()
        on_page = () if self._kept is not None else making.lines()
        self.preview.show_lines(on_page, left_out)
        self.choices.say_page(making.people(), visit.day if visit else None, len(left_out))

    def _said(self, key: str) -> str:
        offer = self.making.known.get(key)
        return offer_said(self._wording, offer)[:_MOST_SAID] if offer else ""

    def _draw(self) -> None:
        # Also while the page itself is not in sight: how many sheets it takes is said above it.
        if self.shown is not None and self.isVisible():
            self._render.want(self.shown, self.preview.ppi(self.shown.paper))

    def _on_drawn(self, page: "VisitPage", made: DrawnPage) -> None:
        self.preview.show_page(made.sheets, visit_page_text(page), made.lines, page.paper)
        if self._kept is None:
            suggested, notes = self.making.suggested(), self.making.long_notes()
            self.shorter.show_page(made.of_first, suggested, notes)

    def _on_checked(self, page: "VisitPage", replaced: tuple[str, ...]) -> None:
        if page == self.shown:
            self.head.say_replaced(replaced)

    def _on_wishes(self) -> None:
        if self.isVisible():
            self._read_material()
            self._show_page()

    def _on_ticked(self, key: str, on: bool) -> None:  # noqa: FBT001 - the signal's own
        wording, said = self._wording, short_name(self._said(key), _IN_A_STEP)
        words = wording.text("Left out: {line}", line=said)
        if on:
            words = wording.text("Put on the page: {line}", line=said)
        # It is seen at once, and a toast over the page would hide lines of it.
        self.desk.editing.do_setting(self.making.ticking(key, words, on=on), toast=False)

    def _on_setting(self, name: str) -> None:
        if name == LINES and self.isVisible():
            self._show_page()

    def _on_shorter(self, what: "Shortening", on: bool) -> None:  # noqa: FBT001 - the signal's own
        self.making.shorten(what, on=on)
        self._show_page()

    def _on_list(self) -> None:
        self.head.side.set_choice(value=True)
        self._show_sides()

    def _on_shorter_opened(self) -> None:
        self.choices.show_list(shown=True)
        self._on_list()
        self.choices.show_high_up(self.shorter)

    def _on_done(self, page: "VisitPage", words: str, replaced: tuple[str, ...]) -> None:
        self.tells.emit(words)
        self.head.trouble.hide()
        self.head.say_replaced(replaced)
        already = self._kept is not None and page == self._kept.page
        if self.desk.can_write and not already:
            self._handed = page
            self.head.offer_to_keep()

    def _on_failed(self, failure: Exception) -> None:
        self.head.say_trouble(explain(self._wording, failure))

    def _on_kept(self, kept: KeptPage) -> None:
        self._kept = kept
        self.head.say_old(self._wording.day(kept.record.made.date()))
        self.head.side.set_choice(value=False)
        self._show_sides()
        self._show_page()

    def _on_new_page(self) -> None:
        self._kept = None
        self._show_page()

    def _on_remove(self, kept: KeptPage) -> None:
        name = kept_name(self._wording, kept.page)
        words = self._wording.text("Removed: {name}", name=name)
        self.desk.editing.do(words, partial(self.desk.journal.records.delete, kept.record.id))

    def _show_sides(self, _side: object = None) -> None:
        choices = bool(self.head.side.choice())
        self.head.set_narrow(self._narrow)
        turn(self._body, across=not self._narrow)
        self._rail.setMaximumWidth(_NO_LIMIT if self._narrow else px(_RAIL))
        self._rail.setMinimumWidth(1 if self._narrow else px(_RAIL))
        self.choices.setVisible(choices or not self._narrow)
        self.preview.setVisible(not choices or not self._narrow)
        for area in self._areas:
            area.set_whole(self._narrow)  # one side alone scrolls with its head
        self._draw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(_BESIDE_FROM)
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_sides()
