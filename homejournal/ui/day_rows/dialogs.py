"""The dialogs of a row: leaving out a few days at once, and how a strategy is done."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.family import active_children, is_put_away
from homejournal.domain.records.practices import LeftOutReason
from homejournal.domain.text_rules import check_line
from homejournal.domain.today.strategy_cards import CardOfDay
from homejournal.services.days.days import MarkTold, most_left_out_days
from homejournal.texts import labels as words
from homejournal.texts.day_page import capitalized, held_said, left_out_said
from homejournal.texts.display_names import names_said
from homejournal.texts.wording import Wording
from homejournal.ui.day_rows.saving import LeftOutWish, TodayWriting
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.theme import px
from homejournal.ui.widgets.cards.card import Part
from homejournal.ui.widgets.fields.choices import ChildrenRow, DropDown, SingleChoice
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.dialog import FootButtons, ReadingOrderDialog, fit
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from homejournal.domain.records.children import Child
    from homejournal.domain.records.plan import Strategy
    from homejournal.ui.base.desk import Desk


class LeftOutDialog(FormDialog):
    """Writes one mark a day for the days and children asked for, all of them one step to undo."""

    def __init__(self, desk: "Desk", writing: TodayWriting, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Left out for a few days"), text("Leave out"), parent)
        self._writing = writing
        self._strategies: dict[UUID, Strategy] = {}
        self.form.add_words(text("Days you leave out don’t count, for good or for bad."))
        self.start = self.form.add_row(text("First day"), DayEdit(writing.day))
        end = DayEdit(writing.day)  # the days are those of this time
        self.end = self.form.add("period", text("Last day"), end, kept=False)
        self._held = self.form.add_words("", "muted")
        self.children_row = self._make_children_row()
        reasons = [
            (reason, capitalized(words.reason(self.wording, reason))) for reason in LeftOutReason
        ]
        self.reason = self.form.add("reason", text("Why"), SingleChoice(reasons))
        self.reason.set_choice(LeftOutReason.SICK)
        self.words = self.form.add("words", text("In our own words (optional)"), QLineEdit())
        self.which = self.form.add_row(text("What"), DropDown[UUID]())
        for changed in (self.start.changed, self.end.changed, self.which.picked):
            changed.connect(self._show_held)

    def _make_children_row(self) -> ChildrenRow | None:
        """Ask for whom only where there is more than one child."""
        shown = self._offered()
        if len(shown) < 2:
            return None
        names = names_said(self.wording, shown)
        mine = [child for child in names if child == self._writing.child]
        asked = self.wording.text("For whom?")
        row = ChildrenRow(self.wording, names, mine, asked)
        self.form.add("children", asked, row, kept=False)
        self.form.faults["children"] = self.wording.text("Choose a child.")
        row.changed.connect(self._on_children)
        return row

    def _offered(self) -> "list[Child]":
        """Return whom it can be for: who is shown, and all whose journal is not put away."""
        return [
            child
            for child in self.desk.journal.family().children.values()
            if child.id == self._writing.child or not is_put_away(child)
        ]

    def ask_for(self, day: date, strategies: "Sequence[Strategy]", chosen: UUID | None) -> None:
        """Open for a day; `chosen` names the strategy, or None for all of them."""
        self._strategies = {strategy.id: strategy for strategy in strategies}
        names = [(strategy.id, strategy.name) for strategy in strategies]
        self.which.set_choices([(None, self.wording.text("All strategies")), *names], chosen)
        for field in (self.start, self.end):
            field.set_day(day)
        self._show_held()
        self.keep_form(f"left-out:{self._writing.child}")
        self.ask()

    def choose(self, children: "Collection[UUID]") -> None:
        """Choose at first for whom it is, where that is asked."""
        if self.children_row is not None:
            self.children_row.choose(children)
            self._on_children()

    @override
    def accept(self) -> None:
        self.drop_drafts()
        super().accept()

    @override
    def step(self) -> Step:
        wish, children = self._wish(), self._children()
        if not children:
            raise InvalidValueError("children", Reason.EMPTY)
        if wish.period.end < wish.period.start:
            raise InvalidValueError("period", Reason.DATES_REVERSED)
        most = most_left_out_days(len(children))
        if (wish.period.end - wish.period.start).days >= most:
            raise InvalidValueError("period", Reason.OUT_OF_RANGE, most)
        check_line("words", wish.words)
        words, call = self._step(children, wish)
        return self.wording.line_of((words, self._held_words())), call

    def _step(self, children: "Sequence[UUID]", wish: LeftOutWish) -> Step:
        if children != [self._writing.child]:
            return self._step_for(children, wish)
        name = self._strategies[wish.strategy].name if wish.strategy else None
        return self._writing.leaving_out(wish, name)

    def _show_held(self) -> None:
        """Say at once where something was done on these days: it goes on to count."""
        said = self._held_words()
        if said != self._held.text():
            self._held.setText(said)
            announce(self._held, said)
        self.form.setRowVisible(self._held, bool(said))

    def _held_words(self) -> str:
        held = self._days_with_entries(self._children(), self._wish())
        return held_said(self.wording, held) if held else ""

    def _days_with_entries(
        self, children: "Sequence[UUID]", wish: LeftOutWish
    ) -> "tuple[date, ...]":
        start, end = wish.period.start, wish.period.end
        days, asked = self.desk.journal.days, {wish.strategy} - {None}
        done = (
            practice for child in children for practice in days.between(child, start, end).practices
        )
        return tuple(
            sorted({practice.day for practice in done if not asked or practice.strategy in asked})
        )

    def _step_for(self, children: "Sequence[UUID]", wish: LeftOutWish) -> Step:
        """Return the step for other children than the one that is shown, or for several."""
        family = self.desk.journal.family()
        apart = names_said(self.wording, self._offered())
        names = [apart[child] for child in children]
        everybody = {child.id for child in active_children(family)} <= set(children)
        said = left_out_said(self.wording, names, wish.reason, everybody=everybody)
        told = MarkTold(reason=wish.reason, words=wish.words, helper=self.desk.helper)
        return said, partial(self.desk.journal.days.left_out_together, children, wish.period, told)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.reason is Reason.OUT_OF_RANGE:
            return self.wording.count(
                "In one step there is room for {n} day. Leave the rest out in another one.",
                "In one step there is room for {n} days. Leave the rest out in another one.",
                most_left_out_days(len(self._children())),
            )
        return super().fault_words(error)

    def _children(self) -> list[UUID]:
        if self.children_row is not None:
            return self.children_row.chosen()
        return [self._writing.child] if self._writing.child is not None else []

    def _on_children(self) -> None:
        """Offer one strategy for the child that is shown alone; for others it is all of them."""
        alone = self._children() == [self._writing.child]
        if not alone:
            self.which.set_value(None)
        self.which.setEnabled(alone)
        self._show_held()

    def _wish(self) -> LeftOutWish:
        return LeftOutWish(
            Period(self.start.day() or self._writing.day, self.end.day() or self._writing.day),
            self.reason.choice() or LeftOutReason.OTHER,
            self.which.value(),
            self.words.text().strip() or None,
        )


_SIZE = (520, 420)


class HowDialog(ReadingOrderDialog):
    """Shows the five questions of the plan that were answered."""

    def __init__(self, wording: Wording, card: CardOfDay, parent: QWidget | None) -> None:
        text, said = wording.text, card.plan.words
        super().__init__(text("How we do it"), parent)
        told = (
            (text("What"), said.what),
            (text("How"), said.how),
            (text("When, where and with whom"), said.when_where_who),
            (text("Why"), said.why),
            (text("How we will know"), said.how_we_know),
        )
        answers = Part()
        answers.show_told(*((question, answer or "") for question, answer in told))
        body = ScrollColumn(edge=4)
        body.column.setContentsMargins(px(4), px(4), px(4), px(4))
        body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that the keys scroll it
        body.setAccessibleName(text("How we do it"))
        body.add(WrapLabel(card.strategy.name, "heading", most=200), answers)
        buttons = FootButtons()
        close = buttons.add_main(text("Close"))
        close.clicked.connect(self.accept)
        edge = px(20)
        in_column(body, buttons, gap=12, edges=(edge, edge, edge, edge), inside=self, grow=body)
        fit(self, px(_SIZE[0]), px(_SIZE[1]))
        body.setFocus()
