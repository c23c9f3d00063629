"""Keep it safe: copies, repair, the password, sharing, and what leaves or goes for good."""

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalDamagedError, JournalError
from homejournal.domain.journal.calm_month import Later
from homejournal.domain.records.record import Kind
from homejournal.texts.safe import sharing as said
from homejournal.texts.safe.backups import copied_said, not_since_said
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.page import Page
from homejournal.ui.base.second_place import FAILING
from homejournal.ui.safe.copies.card import BackupsCard
from homejournal.ui.safe.deleting import DeletingCard
from homejournal.ui.safe.exchange.card import ExchangeCard
from homejournal.ui.safe.password.card import PasswordCard
from homejournal.ui.safe.password.lock import locking_of
from homejournal.ui.safe.repair import RepairCard
from homejournal.ui.safe.sharing.card import SharingCard
from homejournal.ui.safe.sharing.sync import DeletionRequestNotice, who_asks
from homejournal.ui.theme import set_icon
from homejournal.ui.widgets.cards.notice import Notice
from homejournal.ui.widgets.layout.boxes import IN_TWO, Beside, in_column, in_row
from homejournal.ui.widgets.layout.scroll_areas import WIDE_PAGE, ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from homejournal.ui.safe.card import SafeCard


class PendingRequests(QWidget):
    """Lines for what waits for an answer, each a link to its card; hidden while nothing waits."""

    leads = Signal(object)
    """The name of a card."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self.asked, self.two = Notice(""), Notice("")
        for notice in (self.asked, self.two):
            notice.hide()
        in_column(self.asked, self.two, inside=self, gap=8)
        self.asked.pressed.connect(self._on_asked)
        self.two.pressed.connect(self._on_two)
        self.hide()

    def show_values(self) -> None:
        """Show what waits now; nothing if the journal cannot be read."""
        safe, wording = self._desk.journal.safe, self._desk.wording
        try:
            asked = safe.purging.requests() if self._desk.can_write else ()
            number = safe.settling.how_many()
        except JournalError:
            asked, number = (), 0
        # Not spoken: the window and the card tell of it by themselves.
        self._put(self.asked, who_asks(self._desk, asked) if asked else "")
        self._put(self.two, said.in_two_versions(wording, number) if number else "")
        self.setVisible(bool(asked) or number > 0)
        told = self.window().findChild(DeletionRequestNotice)
        if isinstance(told, DeletionRequestNotice):
            told.forget()  # one line is enough

    def _put(self, notice: Notice, words: str) -> None:
        notice.setVisible(bool(words))
        notice.put_text(words, self._desk.wording.text("Go to it") if words else "")

    def _on_asked(self) -> None:
        self.leads.emit("deleting")

    def _on_two(self) -> None:
        self.leads.emit("sharing")


class HowItIs(QWidget):
    """One sentence about how things are, with a mark that is not its color alone."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self._mark, self.said = QLabel(), WrapLabel("", "heading")
        row = in_row(gap=10, inside=self)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.said, 1)
        self.setMinimumWidth(1)

    def show_values(self) -> None:
        """Show the first thing that needs somebody, or else when all was copied."""
        try:
            said, mark, ink = self._told()
        except JournalError:
            said, mark, ink = "", "", ""
        self.setVisible(bool(said))
        if said:
            self.said.setText(said)
            set_icon(self._mark, mark, ink, 24)

    def _told(self) -> tuple[str, str, str]:
        desk, wording, safe = self._desk, self._desk.wording, self._desk.journal.safe
        since = desk.preferences.remembered(FAILING)
        if isinstance(desk.journal.read_only_because, JournalDamagedError):
            return "", "", ""  # it stands above the page already
        if since is not None:
            return not_since_said(wording, date.fromisoformat(since)), *_CAREFUL
        copies, whole = safe.backups.here(), not safe.backups.media.lost
        if desk.journal.settings.example and not copies:
            return wording.text("The example family needs no copies."), *_INFO
        said = copied_said(wording, copies, desk.today(), whole=whole)
        old = not copies or copies[0].made.astimezone().date() < desk.today() - timedelta(days=1)
        return said, *(_INFO if old else _WELL if whole else _CAREFUL)


_WELL, _INFO, _CAREFUL = ("circle-check", "ok"), ("info-circle", "info"), ("hand-grab", "careful")


class SafePage(Page):
    """One line for each subject, under what needs the family."""

    SHOWS: ClassVar[frozenset[Kind]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, desk.wording.text("Keep it safe"))
        self._place: str | None = None
        self._shares = False
        self.cards: dict[str, SafeCard] = {name: make(desk) for name, make in _CARDS.items()}
        self._how, self._waiting = HowItIs(desk), PendingRequests(desk)
        self._waiting.leads.connect(self.open_at)
        cards = tuple(self.cards.values())
        columns = [QWidget(), QWidget()]
        self._scroll = ScrollColumn(self, widest=WIDE_PAGE)
        self._scroll.add(WrapLabel(self.title, "title"), self._how, self._waiting)
        self._scroll.add(Beside(columns, IN_TWO))
        for column, parts in zip(columns, (cards[:_LEFT], cards[_LEFT:]), strict=True):
            in_column(*parts, inside=column, gap=12)
        for card in self.cards.values():
            card.wants.connect(self.wants)
            card.tells.connect(self._on_told)
            card.copied.connect(self._show_copies)
            card.media_restored.connect(self.cards["repair"].forget_messages)
            card.password_changed.connect(self._on_password)
        self._scroll.fill(self)

    def _on_told(self, words: str) -> None:
        self._show_copies()  # a larger step makes a copy, and some delete older
        self._waiting.show_values()  # what is told may be an answer
        self.tells.emit(words)

    def _show_copies(self) -> None:
        self.cards["backups"].show_values()
        self._how.show_values()

    def _on_password(self) -> None:
        for card in self.cards.values():
            card.follow_password()
        locking_of(self.window()).follow()

    @override
    def others_wrote(self) -> None:
        self._ask_again()

    def _let_wait(self) -> None:
        """Let two homes wait in a calm first month, until there are two or somebody asks.

        What is shared already is told here, also where nobody gave a computer or a home a name.
        """
        journal, asked = self.desk.journal, self._place == "sharing"
        tells = not journal.safe.is_locked  # what was shown before stays behind the lock
        with suppress(JournalError):  # where it reads no more, the bar above says so
            self._shares = self._shares or asked or (tells and bool(journal.safe.sharing.all()))
        self.cards["sharing"].setVisible(self._shares or journal.shows(Later.TWO_HOMES, None))

    @override
    def refresh(self) -> None:
        self._let_wait()
        for card in self.cards.values():
            card.show_values()
        self._how.show_values()
        self._waiting.show_values()

    @override
    def open_at(self, place: object) -> None:
        """Open the page at a card by its name, such as "backups" or "repair"."""
        if isinstance(place, str) and place in self.cards:
            self._place = place
            if self.isVisible():
                self._go_to_place()

    def _go_to_place(self) -> None:
        self._let_wait()
        place, self._place = self._place, None
        if place is not None:
            card = self.cards[place]
            card.begin()
            self._scroll.begin_at(card)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._behind = True  # files and sticks come and go without the journal's knowing
        super().showEvent(event)
        self._go_to_place()


_CARDS: "Mapping[str, Callable[[Desk], SafeCard]]" = {
    "backups": BackupsCard,
    "password": PasswordCard,
    "repair": RepairCard,
    "sharing": SharingCard,
    "exchange": ExchangeCard,
    "deleting": DeletingCard,
}
"""The cards in their order, by the names that `open_at` knows."""
_LEFT = 3
"""So many of them are in the first column of a wide window."""
