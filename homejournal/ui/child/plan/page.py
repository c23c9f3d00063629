"""The plan: strategies with who suggested them, and their dated steps.

More come from the examples, or from a brother or sister.
"""

from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.plan.plan_files import StarterOffer
from homejournal.domain.plan.plan_page import (
    PlanState,
    StrategyInPlan,
    brothers_and_sisters,
    names_child,
    plan_state,
)
from homejournal.domain.records.family import pronoun_of
from homejournal.domain.records.plan import PlanStatus, PlanStep
from homejournal.domain.records.record import Kind
from homejournal.texts import plan as said
from homejournal.texts.display_names import names_said
from homejournal.ui.attachments.files_dialog import FilesDialog
from homejournal.ui.attachments.owners import HandOuts
from homejournal.ui.base.actions import Action, Offers
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.editing import SettingChange
from homejournal.ui.base.preferences import TodayExtra
from homejournal.ui.child.plan.feelings import FeelingsDialog
from homejournal.ui.child.plan.routine_grid import PlanGrid
from homejournal.ui.child.plan.step_dialog import StepDialog
from homejournal.ui.child.plan.strategy_card import STEP_OF, CardTold, PlanCard
from homejournal.ui.child.plan.strategy_dialog import StrategyDialog
from homejournal.ui.kit.card_page import CardPage
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.button import MoreButton, ToggleButton, make_button
from homejournal.ui.widgets.cards.card import CardsInTwo
from homejournal.ui.widgets.cards.notice import EmptyState
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.layout.boxes import FlowRow, TwoEnds, in_column
from homejournal.ui.widgets.layout.scroll_areas import WIDE_PAGE
from homejournal.ui.widgets.roles import ToldAs, tell_as
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Mapping


class CopyToSiblingDialog(FormDialog):
    """Copies a strategy to a brother or sister; asks which one where there are several."""

    def __init__(self, desk: Desk, shown: StrategyInPlan, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Copy to a brother or sister"), text("Copy"), parent)
        self._shown = shown
        self._asked: UUID | None = None
        family = desk.journal.family()
        names = names_said(desk.wording, family.children.values())
        others = brothers_and_sisters(family, shown.strategy.child)
        self._names = {child: names[child] for child in others}
        lead = text(
            "They get a strategy of their own, which begins today. Nothing that you wrote down"
            " goes along."
        )
        self.form.add_words(shown.name, "heading", most=200)
        self.form.add_words(lead, "muted")
        choice = SingleChoice(list(self._names.items()))
        self.child = self.form.add("child", text("For whom?"), choice)
        if len(self._names) == 1:
            self.child.set_choice(next(iter(self._names)))
        first = family.children[shown.strategy.child].name
        if names_child(shown, first):
            words = text(
                "The words name {child}. You can correct them in the copy.",
                child=desk.wording.own(first),
            )
            self.form.add_words(words, "small")

    @override
    def step(self) -> Step:
        child = self.child.choice()
        if child is None:
            raise InvalidValueError("child", Reason.EMPTY)
        name = self._names[child]
        if self._has_it(child) and child != self._asked:
            self._asked = child
            raise InvalidValueError("child", Reason.DOES_NOT_FIT)
        words = self.wording.text("Copied to the plan of {child}", child=name)
        return words, partial(self.desk.journal.plan.copy, self._shown, child, self.desk.today())

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        if error.reason is Reason.DOES_NOT_FIT and self._asked is not None:
            return self.wording.text(
                "{child} has a strategy with this name. Press Copy once more for a second one.",
                child=self._names[self._asked],
            )
        return self.wording.text("Choose a child.")

    def _has_it(self, child: UUID) -> bool:
        """Return whether a child has a strategy of this name, which is easily copied twice."""
        own = self.desk.journal.family().strategies_of(child)
        name = self._shown.strategy.name.strip().casefold()
        return any(strategy.name.strip().casefold() == name for strategy in own)


class ExamplesDialog(FormDialog):
    """Offers the example strategies; those in the plan already cannot be ticked."""

    added = Signal(object)
    """The id of the last strategy that was added."""

    def __init__(self, desk: Desk, state: PlanState, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Examples of strategies"), text("Add to our plan"), parent)
        self._offered = desk.journal.starters.offered(
            state.child, desk.wording.language, state.today
        )
        self.toggles: dict[ToggleButton, StarterOffer] = {}
        lead = desk.wording.text_about(
            pronoun_of(desk.journal.family(), state.child),
            "These are examples, not advice. Take what fits your day and change the words, or take"
            " none. Your team knows what fits your child.",
        )
        self.form.add_words(lead, "muted")
        self._list = QWidget()
        column = in_column(gap=12, inside=self._list)
        for offer in self._offered.offers:
            column.addWidget(self._row(offer))
        if self.toggles:
            self._list.setFocusProxy(next(iter(self.toggles)))
        self.form.add("examples", text("Which ones would you like to try?"), self._list)

    @override
    def ask(self) -> None:
        super().ask()
        if self.toggles:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, offer: StarterOffer) -> QWidget:
        text, step = self.wording.text, offer.step
        row = QWidget()
        column = in_column(gap=2, inside=row)
        places = self.wording.line_of(routine.name for routine in offer.routines)
        column.addWidget(WrapLabel(places, "small"))
        column.addWidget(WrapLabel(offer.strategy.name, "strong"))
        column.addWidget(WrapLabel(step.how or ""))
        if offer.here:
            column.addWidget(WrapLabel(text("In your plan already"), "small"))
            return row
        toggle = ToggleButton(text("We’ll try this one"))
        set_look(toggle, "chip")
        tell_as(toggle, ToldAs.TICK)
        toggle.setAccessibleDescription(offer.strategy.name)
        column.addWidget(toggle, 0, Qt.AlignmentFlag.AlignLeading)
        self.toggles[toggle] = offer
        return row

    def _chosen(self) -> list[UUID]:
        return [offer.strategy.id for toggle, offer in self.toggles.items() if toggle.isChecked()]

    @override
    def done(self, result: int, /) -> None:
        super().done(result)
        if result == self.DialogCode.Accepted:
            self.added.emit(self._chosen()[-1])

    @override
    def step(self) -> Step:
        ids = self._chosen()
        if not ids:
            raise InvalidValueError("examples", Reason.EMPTY)
        words = self.wording.count("{n} example added", "{n} examples added", len(ids))
        return words, partial(self.desk.journal.starters.take, self._offered, ids)

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        return self.wording.text("Choose at least one, or press Cancel.")


_EXAMPLES, _FEELINGS = "examples", "feelings"


class PlanPage(CardPage):
    """A card for each strategy; finished ones are folded under the others."""

    WIDEST: ClassVar[float] = WIDE_PAGE
    SHOWS: ClassVar[frozenset[Kind]] = frozenset(
        {
            Kind.CHILD,
            Kind.TEAM_MEMBER,
            Kind.OUTCOME,
            Kind.ROUTINE,
            Kind.STRATEGY,
            Kind.PLAN_STEP,
            Kind.VISIT,
            Kind.MEDIA,
            Kind.ROUTINE_RATING,
            Kind.CONFIDENCE_RATING,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, desk.wording.text("Plan"))
        self._wording = desk.wording
        self._state: PlanState | None = None
        text = self._wording.text
        self._add = make_button(text("Add a strategy"), "plus", self.new, look="primary")
        self._examples = make_button(text("Look at examples…"), "bulb", self.look_at_examples)
        self._grid_button = ToggleButton(text("Parts of the day"))
        set_icon(self._grid_button, "list-check", "text", 18)
        self._grid_button.toggled.connect(self._show_parts)
        self._more = MoreButton(text("More"))
        self._more.picked.connect(self._on_more)
        self._hint = WrapLabel(text("Many at once? Ask which one matters most this week."), "muted")
        self._grid = PlanGrid(desk)
        self._empty = EmptyState("blocks", text("No strategies yet"), "")
        self._empty.pressed.connect(self.new)
        self._going, self._finished = self._cards(), self._cards()
        self._fold = ToggleButton("")
        set_look(self._fold, "link")
        set_icon(self._fold, "chevron-down", "muted", 16)
        self._fold.toggled.connect(self._show_parts)
        desk.editing.setting_changed.connect(self._on_setting)
        self._lay_out()

    def _cards(self) -> CardsInTwo[CardTold, PlanCard]:
        cards = CardsInTwo("", self._new_card, PlanCard.show_strategy, self._more_words)
        cards.left.connect(self._on_left)
        return cards

    def _new_card(self) -> PlanCard:
        card = PlanCard(self.desk)
        card.wanted.connect(self._on_wanted)
        card.remove_wanted.connect(self._on_remove_step)
        return card

    def _more_words(self, n: int) -> str:
        return self._wording.count("Show {n} more strategy", "Show {n} more strategies", n)

    def _lay_out(self) -> None:
        does = FlowRow(self._add, self._examples, self._grid_button, self._more)
        head = TwoEnds(WrapLabel(self.title, "title"), does)
        self._scroll.add(head, self._hint, self._grid, self._empty, self._going)
        self._scroll.add(FlowRow(self._fold), self._finished)
        self._scroll.fill(self)

    @property
    @override
    def offers(self) -> Offers:
        return {Action.ADD_STRATEGY: self.new}

    @property
    def cards(self) -> tuple[PlanCard, ...]:
        return (*self._going.cards, *self._finished.cards)

    @override
    def refresh(self) -> None:
        if self.child is None:
            return
        self._state = state = plan_state(self.desk.journal.family(), self.child, self.desk.today())
        told = self._told(state)
        ended = {key: one for key, one in told.items() if one.shown.standing is PlanStatus.FINISHED}
        self._going.show_told({key: one for key, one in told.items() if key not in ended})
        self._finished.show_told(ended)
        number = self._wording.number(len(ended))
        self._fold.setText(self._wording.text("Finished ({n})", n=number))
        self._show_head(nothing=not told)
        self._show_parts()
        self.scroll_to_place()

    def _told(self, state: PlanState) -> "Mapping[UUID, CardTold]":
        shown = {strategy.strategy.id: strategy for strategy in state.strategies}
        files = self.desk.journal.media.of_strategies(list(shown))
        asks = self.desk.preferences.is_wanted(TodayExtra.FEELINGS)
        feelings = self.desk.journal.feelings.of(state.child) if asks else None
        return {
            key: CardTold(strategy, state, len(files[key]), feelings)
            for key, strategy in shown.items()
        }

    def _show_head(self, *, nothing: bool) -> None:
        text, writes = self._wording.text, self.desk.can_write
        self._add.setVisible(writes and not nothing)
        self._examples.setVisible(writes and nothing)
        self._grid_button.setVisible(not nothing)
        self._more.set_lines(self._lines(nothing=nothing))
        self._more.setVisible(bool(self._more.lines))
        self._empty.setVisible(nothing)
        self._empty.set_texts(
            text("No strategies yet"),
            text(
                "A strategy is something small to do inside your day, such as waiting a moment"
                " before giving the cup."
            ),
            text("Add a strategy") if writes else "",
        )

    def _lines(self, *, nothing: bool) -> list[tuple[str, str]]:
        text, writes = self._wording.text, self.desk.can_write
        asks = self.desk.preferences.is_wanted(TodayExtra.FEELINGS)
        feelings = text("Do not ask how it is for us") if asks else text("Ask how it is for us")
        lines = (
            (_EXAMPLES, text("Look at examples…"), writes),
            (Action.FRIDGE_WEEK.value, text("A week for the fridge…"), not nothing),
            (Action.TAKE_PLAN.value, text("Add a plan file…"), writes),
            (Action.HAND_OVER_PLAN.value, text("Hand over as a plan file…"), not nothing),
            (_FEELINGS, feelings, writes and not nothing),
        )
        return [(name, words) for name, words, possible in lines if possible]

    def _show_parts(self) -> None:
        """Show the cards, or the table of the parts of the day in their place."""
        state = self._state
        if state is None:
            return
        grid = self._grid_button.isChecked() and bool(state.strategies)
        self._grid.setVisible(grid)
        if grid:
            self._grid.show_state(state)
        self._hint.setVisible(state.many_at_once and not grid)
        self._going.setVisible(not grid and bool(self._going.cards))
        self._fold.setVisible(not grid and bool(self._finished.cards))
        self._finished.setVisible(
            not grid and self._fold.isChecked() and bool(self._finished.cards)
        )

    @override
    def open_at(self, place: object) -> None:
        if isinstance(place, UUID):
            self._grid_button.setChecked(False)
        super().open_at(place)

    @override
    def card_of(self, record: UUID) -> PlanCard | None:
        finished = self._finished.card_of(record)
        if finished is not None:
            self._fold.setChecked(True)
        return finished or self._going.card_of(record)

    def new(self) -> None:
        if self._state is not None and self.desk.can_write:
            dialog = StrategyDialog(self.desk, self._state, None, self)
            dialog.examples_wanted.connect(self.look_at_examples)
            dialog.added.connect(self._bring_into_sight)
            dialog.ask()

    def _bring_into_sight(self, strategy: UUID) -> None:
        """Scroll to a strategy that was just added; the focus stays, for the next one."""
        card = self.card_of(strategy)
        if card is not None:
            self._scroll.show_whole(card)

    def look_at_examples(self) -> None:
        if self._state is not None and self.desk.can_write:
            dialog = ExamplesDialog(self.desk, self._state, self)
            dialog.added.connect(self._bring_into_sight)
            dialog.ask()

    def _on_wanted(self, does: str, shown: StrategyInPlan) -> None:
        if self._state is None:
            return
        if does in STEP_OF:
            StepDialog(self.desk, self._state, STEP_OF[does], shown, self).ask()
        elif does == "remove":
            self._remove_example(shown)
        else:
            self._dialog(does, shown, self._state).ask()

    def _dialog(
        self, does: str, shown: StrategyInPlan, state: PlanState
    ) -> FormDialog | FilesDialog:
        match does:
            case "feelings":
                return FeelingsDialog(self.desk, shown, self)
            case "hand_outs":
                return FilesDialog(self.desk, HandOuts(self.desk, shown.strategy), self)
            case "copy":
                return CopyToSiblingDialog(self.desk, shown, self)
            case _:
                return StrategyDialog(self.desk, state, shown, self)

    def _remove_example(self, shown: StrategyInPlan) -> None:
        """Remove an example; one that something was written about stays in the journal."""
        starters, text = self.desk.journal.starters, self._wording.text
        if not starters.can_remove(shown.strategy):
            said = text("Something is written about it, so it stays. You can finish it instead.")
            self.tells.emit(said)
            return
        words = text("Removed: {name}", name=self._wording.own(shown.name))
        self.desk.editing.do(words, partial(starters.remove, shown.strategy))

    def _on_remove_step(self, step: PlanStep) -> None:
        words = self._wording.text(
            "Removed: {step}", step=said.step_title(self._wording, step, None)
        )
        self.desk.editing.do(words, partial(self.desk.journal.records.delete, step.id))

    def _on_more(self, line: str) -> None:
        if line == _EXAMPLES:
            self.look_at_examples()
        elif line == _FEELINGS:
            self._turn_feelings()
        else:
            self.wants.emit(Action(line))

    def _turn_feelings(self) -> None:
        asks = self.desk.preferences.is_wanted(TodayExtra.FEELINGS)
        put = partial(self.desk.preferences.want, TodayExtra.FEELINGS)
        words = dict(self._lines(nothing=False))[_FEELINGS]
        calls = partial(put, wanted=not asks), partial(put, wanted=asks)
        self.desk.editing.do_setting(SettingChange(_FEELINGS, words, *calls))

    def _on_setting(self, name: str) -> None:
        if name == _FEELINGS:
            self._ask_again()

    def _on_left(self) -> None:
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
