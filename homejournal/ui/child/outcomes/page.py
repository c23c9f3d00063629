"""The outcomes: what the family hopes for, and where they stand on it."""

from collections import defaultdict
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.plan.plan_page import plan_state
from homejournal.domain.records.record import Kind
from homejournal.ui.base.actions import Action
from homejournal.ui.base.desk import Desk
from homejournal.ui.child.outcomes.outcome_card import OutcomeActions, OutcomeCard, OutcomeTold
from homejournal.ui.child.outcomes.outcome_dialogs import OutcomeDialog
from homejournal.ui.kit.card_page import CardPage
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.button import MoreButton, ToggleButton, make_button
from homejournal.ui.widgets.cards.card import CardsInTwo
from homejournal.ui.widgets.cards.notice import EmptyState
from homejournal.ui.widgets.layout.boxes import TwoEnds
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.scroll_areas import WIDE_PAGE
from homejournal.ui.widgets.wrapping_labels import WrapLabel


class OutcomesPage(CardPage):
    """A card for each outcome; closed ones are folded under the open ones."""

    WIDEST: ClassVar[float] = WIDE_PAGE
    SHOWS: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.CHILD,
            Kind.OUTCOME,
            Kind.STRATEGY,
            Kind.PLAN_STEP,
            Kind.VISIT,
            Kind.LADDER,
            Kind.LADDER_RATING,
            Kind.OUTCOME_REVIEW,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wording = desk.wording
        self._actions = OutcomeActions(desk, self)
        text = self._wording.text
        self._add = make_button(text("Add an outcome"), "plus", self.new, look="primary")
        self._more = MoreButton(text("More"))
        self._more.set_lines([(Action.PACK.value, text("A pack for a meeting…"))])
        self._more.picked.connect(self._on_picked)
        self._empty = EmptyState("seedling", text("No outcomes yet"), "")
        self._empty.pressed.connect(self.new)
        self._open, self._closed = self._cards(), self._cards()
        self._fold = ToggleButton("")
        set_look(self._fold, "link")
        set_icon(self._fold, "chevron-down", "muted", 16)
        self._fold.toggled.connect(self._show_closed)
        self._lay_out()

    def _cards(self) -> CardsInTwo[OutcomeTold, OutcomeCard]:
        cards = CardsInTwo("", self._new_card, OutcomeCard.show_outcome, self._more_words)
        cards.left.connect(self._on_left)
        return cards

    def _new_card(self) -> OutcomeCard:
        return OutcomeCard(self.desk, self._actions)

    def _more_words(self, n: int) -> str:
        return self._wording.count("Show {n} more outcome", "Show {n} more outcomes", n)

    def _lay_out(self) -> None:
        head = TwoEnds(WrapLabel(self.title, "title"), FlowRow(self._add, self._more))
        self._scroll.add(head, self._empty, self._open, FlowRow(self._fold), self._closed)
        self._scroll.fill(self)

    @property
    @override
    def title(self) -> str:
        return self._wording.text("Outcomes")

    @property
    def cards(self) -> tuple[OutcomeCard, ...]:
        """Return the cards from top to bottom."""
        return (*self._open.cards, *self._closed.cards)

    @override
    def refresh(self) -> None:
        if self.child is None:
            return
        told = self._told(self.child)
        still = {key: one for key, one in told.items() if one.records.outcome.closed is None}
        closed = {key: one for key, one in told.items() if key not in still}
        self._open.show_told(still)
        self._closed.show_told(closed)
        self._show_head(nothing=not told)
        number = self._wording.number(len(closed))
        self._fold.setText(self._wording.text("Closed outcomes ({n})", n=number))
        self._fold.setVisible(bool(closed))
        self._show_closed()
        self.scroll_to_place()

    def _told(self, child: UUID) -> dict[UUID, OutcomeTold]:
        plan = plan_state(self.desk.journal.family(), child, self.desk.today())
        names: dict[UUID | None, list[str]] = defaultdict(list)
        for shown in plan.strategies:
            names[shown.strategy.outcome].append(shown.name)
        return {
            records.outcome.id: OutcomeTold(records, names[records.outcome.id])
            for records in self.desk.journal.outcomes.of(child)
        }

    def _show_head(self, *, nothing: bool) -> None:
        text, writes = self._wording.text, self.desk.can_write
        self._add.setVisible(writes and not nothing)
        self._more.setVisible(not nothing)
        self._empty.setVisible(nothing)
        self._empty.set_texts(
            text("No outcomes yet"),
            text("An outcome is what you hope for, as in your family service plan."),
            text("Add an outcome") if writes else "",
        )

    def _show_closed(self) -> None:
        self._closed.setVisible(self._fold.isChecked() and bool(self._closed.cards))

    @override
    def card_of(self, record: UUID) -> OutcomeCard | None:
        closed = self._closed.card_of(record)
        if closed is not None:
            self._fold.setChecked(True)
        return closed or self._open.card_of(record)

    def new(self) -> None:
        """Ask for a new outcome."""
        if self.child is not None and self.desk.can_write:
            OutcomeDialog(self.desk, self.child, None, self).ask()

    def _on_picked(self, what: str) -> None:
        self.wants.emit(Action(what))

    def _on_left(self) -> None:
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
