"""The outcomes: what the family hopes for, and where they stand on it."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QObject, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.domain.plan.outcomes import LadderTold, OutcomeRecords, RatedLadder, ladder_told
from homejournal.domain.plan.plan_page import plan_state
from homejournal.domain.records.record import Kind
from homejournal.texts import plan as said
from homejournal.texts.plan import ladder_said, level_meaning, level_sign
from homejournal.ui.base.actions import Action
from homejournal.ui.child.outcomes.outcome_dialogs import (
    LadderDialog,
    LadderRatingDialog,
    OutcomeDialog,
    ReviewDialog,
)
from homejournal.ui.kit.card_page import CardPage
from homejournal.ui.theme import px, set_icon, set_look, tokens
from homejournal.ui.widgets.button import Line, MoreButton, ToggleButton, make_button
from homejournal.ui.widgets.cards.card import ButtonRow, Card, CardsInTwo, Part
from homejournal.ui.widgets.cards.notice import EmptyState
from homejournal.ui.widgets.layout.boxes import FlowRow, TwoEnds, in_row, show_part
from homejournal.ui.widgets.layout.scroll_areas import WIDE_PAGE
from homejournal.ui.widgets.wrapping_labels import WrapLabel, line_label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from homejournal.domain.records.changes import Change
    from homejournal.domain.records.plan import Outcome
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk


_MOST_STEPS = 6
"""So many steps stand side by side; of more the newest."""
_DOT, _COLUMN, _ROW = 11, 54, 26
_GAP, _LEAST_WORDS = 10, 150


class LadderView(QWidget):
    """The highest sentence stands at the top; a screen reader hears the dated steps.

    The dots stand beside the sentences, or under each where these would have too little room.
    """

    def __init__(self, wording: Wording, told: LadderTold) -> None:
        super().__init__()
        self.setAccessibleName(wording.text("The ladder"))
        self.setAccessibleDescription(ladder_said(wording, told))
        self._signs = [line_label(level_sign(wording, level), "strong") for level, _ in told.rungs]
        self._words = [
            WrapLabel(sentence or level_meaning(wording, level), "" if sentence else "small")
            for level, sentence in told.rungs
        ]
        steps = told.steps[-_MOST_STEPS:]
        self._days = [line_label(wording.short_day(step.day), "small") for step in steps]
        self._rungs = [
            [_Rung(here=step.level == level) for step in steps] for level, _ in told.rungs
        ]
        self._form: tuple[bool, int] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, px(4), 0, px(4))
        self._grid.setHorizontalSpacing(px(_GAP))
        self._grid.setVerticalSpacing(px(2))
        self._grid.setColumnStretch(1, 1)
        self._arrange(beside=True, many=len(steps))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(2 * _COLUMN), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        many, each = len(self._days), px(_COLUMN) + px(_GAP)
        room = self.width() - max(sign.sizeHint().width() for sign in self._signs) - px(_GAP)
        beside = room >= px(_LEAST_WORDS) + many * each
        self._arrange(beside=beside, many=many if beside else max(1, min(many, room // each)))

    def _arrange(self, *, beside: bool, many: int) -> None:
        """Put all in its place: of more steps than there is room for the newest."""
        if (beside, many) == self._form:
            return
        self._form = beside, many
        first = len(self._days) - many
        self._put_row(0, self._days, first)
        for line, (sign, words, rungs) in enumerate(
            zip(self._signs, self._words, self._rungs, strict=True)
        ):
            row = 1 + (line if beside else 2 * line)
            self._put(sign, row, 0)
            self._put(words, row, 1, 1 if beside else -1)
            self._put_row(row if beside else row + 1, rungs, first)

    def _put_row(self, row: int, parts: Sequence[QWidget], first: int) -> None:
        for column, part in enumerate(parts):
            self._put(part, row, 2 + column)
            part.setVisible(column >= first)

    def _put(self, part: QWidget, row: int, column: int, across: int = 1) -> None:
        self._grid.removeWidget(part)
        middle = part in self._days
        side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag(0)
        self._grid.addWidget(part, row, column, 1, across, side)


class _Rung(QWidget):
    """One level on one day: a line across, and a dot where the child stood."""

    def __init__(self, *, here: bool) -> None:
        super().__init__()
        self._here = here
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(_COLUMN), px(_ROW))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QColor(tokens().colour("control")))
        painter.drawLine(QPointF(0, middle.y()), QPointF(self.width(), middle.y()))
        if self._here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens().colour("accent")))
            painter.drawEllipse(middle, px(_DOT) / 2, px(_DOT) / 2)
        painter.end()


class OutcomeActions(QObject):
    """Does what is wanted with an outcome; each is one step that can be taken back."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def change(self, outcome: Outcome) -> None:
        """Ask for other words of an outcome."""
        OutcomeDialog(self._desk, outcome.child, outcome, self._page).ask()

    def close(self, outcome: Outcome) -> None:
        """Ask for the day on which an outcome was closed."""
        dialog = OutcomeDialog(self._desk, outcome.child, outcome, self._page)
        dialog.close_today()
        dialog.ask()

    def write_ladder(self, outcome: Outcome) -> None:
        LadderDialog(self._desk, outcome, None, self._page).ask()

    def change_ladder(self, rated: RatedLadder) -> None:
        LadderDialog(self._desk, self._outcome_of(rated), rated.ladder, self._page).ask()

    def rate(self, rated: RatedLadder) -> None:
        """Ask where the child is on a ladder."""
        LadderRatingDialog(self._desk, rated, self._outcome_of(rated).child, self._page).ask()

    def review(self, outcome: Outcome) -> None:
        """Ask what a review said."""
        ReviewDialog(self._desk, outcome, None, self._page).ask()

    def remove_ladder(self, rated: RatedLadder) -> None:
        """Remove a ladder that was written by mistake."""
        words = self._desk.wording.text("Ladder removed")
        self._do(words, partial(self._desk.journal.outcomes.remove_ladder, rated))

    def remove_rating(self, rating: UUID) -> None:
        words = self._desk.wording.text("Step of the ladder removed")
        self._do(words, partial(self._desk.journal.records.delete, rating))

    def remove_review(self, review: UUID) -> None:
        words = self._desk.wording.text("Review removed")
        self._do(words, partial(self._desk.journal.records.delete, review))

    def _outcome_of(self, rated: RatedLadder) -> Outcome:
        return self._desk.journal.family().outcomes[rated.ladder.outcome]

    def _do(self, words: str, call: Callable[[], Change]) -> None:
        self._desk.editing.do(words, call)


_SAID_LETTERS = 200


class OutcomeTold(NamedTuple):
    """An outcome with what belongs to it, and the names of its strategies."""

    records: OutcomeRecords
    strategies: Sequence[str]


class OutcomeCard(Card):
    """Shows one outcome; the list of dates stays open when the page refreshes."""

    def __init__(self, desk: Desk, actions: OutcomeActions) -> None:
        super().__init__("")
        self._desk, self._wording, self._actions = desk, desk.wording, actions
        self._calls: Mapping[str, Callable[[], object]] = {}
        text = self._wording.text
        self._facts, self._ladders, self._dates = Part(), Part(), Part()
        words = {
            "write": text("Write a ladder…"),
            "rate0": text("Rate it at a visit…"),
            "review": text("What the review said…"),
        }
        icons = {"write": "list-check", "rate0": "check", "review": "message-circle"}
        self._does = ButtonRow(words, icons)
        self._does.wanted.connect(self._on_wanted)
        self._by_date = ToggleButton(text("All dates"))
        set_look(self._by_date, "chip")
        set_icon(self._by_date, "clock", "muted", 16)
        self._by_date.toggled.connect(self._show_dates)
        self._more = MoreButton(text("More"))
        self._more.picked.connect(self._on_wanted)
        self._does.add(self._by_date, self._more)
        for part in (self._facts, self._ladders, self._does, self._dates):
            self.body.addWidget(part)

    def show_outcome(self, told: OutcomeTold) -> None:
        wording, (records, strategies) = self._wording, told
        self.set_title(records.outcome.text)
        names = wording.list_of([wording.own(name) for name in strategies])
        self._facts.show_lines(
            (said.outcome_line(wording, records.outcome), "small"),
            (wording.text("Strategies: {names}", names=names) if names else "", "small"),
        )
        reviews = self._reviews(records)
        shown = [LadderView(wording, ladder_told(rated)) for rated in records.ladders]
        newest = [WrapLabel(reviews[-1][0])] if reviews else []
        self._ladders.show_widgets([*shown, *newest])
        self._fill_dates(records, reviews)
        self._offer(records)

    def _reviews(self, records: OutcomeRecords) -> list[tuple[str, UUID]]:
        wording, visits = self._wording, self._desk.journal.family().visits
        return [
            (wording.text("Review: {said}", said=said.review_said(wording, one, visits)), one.id)
            for one in records.reviews
        ]

    def _fill_dates(self, records: OutcomeRecords, reviews: list[tuple[str, UUID]]) -> None:
        """List every rating and review with its day, to read and to remove."""
        wording, actions = self._wording, self._actions
        lines = [
            self._line(said.ladder_step_said(wording, step), rating.id, actions.remove_rating)
            for rated in records.ladders
            for rating, step in zip(rated.ratings, ladder_told(rated).steps, strict=True)
        ]
        lines += [self._line(*review, actions.remove_review) for review in reviews]
        self._dates.show_widgets(lines)
        show_part(self._by_date, shown=bool(lines))
        self._show_dates()

    def _show_dates(self) -> None:
        listed = self._by_date.isChecked() and not self._by_date.isHidden()
        show_part(self._dates, shown=listed)

    def _line(self, words: str, record: UUID, remove: Callable[[UUID], object]) -> QWidget:
        line = QWidget()
        row = in_row(inside=line)
        row.addWidget(WrapLabel(words), 1)
        if self._desk.can_write:
            button = make_button(self._wording.text("Remove"), look="link", about=words)
            row.addWidget(button.giving(record, remove))
        return line

    def _offer(self, records: OutcomeRecords) -> None:
        """Offer what can be done now: the usual as buttons, the rest behind the dots."""
        does, outcome = self._actions, records.outcome
        calls = {
            "review": partial(does.review, outcome),
            "change": partial(does.change, outcome),
            "close": partial(does.close, outcome),
        }
        if not records.ladders and outcome.closed is None:
            calls["write"] = partial(does.write_ladder, outcome)
        for number, rated in enumerate(records.ladders):
            calls |= {
                f"rate{number}": partial(does.rate, rated),
                f"words{number}": partial(does.change_ladder, rated),
                f"remove{number}": partial(does.remove_ladder, rated),
            }
        self._calls = calls if self._desk.can_write else {}
        about = outcome.text[:_SAID_LETTERS]
        self._does.show_for(about, self._calls)
        self._by_date.setAccessibleDescription(about)
        self._more.setAccessibleDescription(about)
        self._more.set_lines(self._rarer(records))
        self._more.setVisible(bool(self._calls))

    def _rarer(self, records: OutcomeRecords) -> list[Line]:
        text, outcome = self._wording.text, records.outcome
        lines = [("change", text("Change the outcome…"))]
        if outcome.closed is None:
            lines.append(("close", text("Close the outcome…")))
        for number, rated in enumerate(records.ladders):
            about = self._which(rated) if len(records.ladders) > 1 else ""
            if number:
                lines.append((f"rate{number}", text("Rate it at a visit…") + about))
            lines += [
                (f"words{number}", text("Change the ladder…") + about),
                (f"remove{number}", text("Remove the ladder") + about),
            ]
        return lines

    def _which(self, rated: RatedLadder) -> str:
        """Return what tells a ladder from another one: what is hoped for."""
        hoped = rated.ladder.levels.get("0", "")
        return f" · {self._wording.own(hoped[:_SAID_LETTERS])}"

    def _on_wanted(self, what: str) -> None:
        self._calls[what]()


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
        super().__init__(desk, parent, desk.wording.text("Outcomes"))
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
    def cards(self) -> tuple[OutcomeCard, ...]:
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
        if self.child is not None and self.desk.can_write:
            OutcomeDialog(self.desk, self.child, None, self).ask()

    def _on_picked(self, what: str) -> None:
        self.wants.emit(Action(what))

    def _on_left(self) -> None:
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
