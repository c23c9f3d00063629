"""What was agreed at a visit: what both sides do, and each strategy; saved as one step."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.errors import InvalidValueError
from homejournal.domain.limits import read_json
from homejournal.domain.names import visitor_names
from homejournal.domain.plan.plan_page import plan_state
from homejournal.domain.visits import Agreement, VisitTold
from homejournal.texts.plan import visit_name
from homejournal.ui.base.desk import Desk
from homejournal.ui.kit.form_dialog import FormDialog, Step
from homejournal.ui.records.strategy_fields import plan_fault_words
from homejournal.ui.theme import px
from homejournal.ui.visits.coming.agreement_strategy import (
    DISCUSSED,
    AgreedStrategy,
    AgreedTyped,
    NewOffers,
    NewStrategy,
)
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.card import Part
from homejournal.ui.widgets.fields.choices import SingleChoice
from homejournal.ui.widgets.fields.form import Form
from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.focus import stop_before
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.domain.records.record import Record
    from homejournal.ui.base.drafts import DraftField


_Agreed = TypeVar("_Agreed")
PARTED = "/"
"""Parts the place of a strategy from the name of one of its fields."""


class AgreedPlan(QWidget):
    """Strategies as they stand on the day from which on changes hold.

    All that is chosen and typed is one text, so that it can be kept as unfinished text is. It
    stays, as far as it fits, where another day is chosen.
    """

    textChanged: ClassVar[Signal] = Signal()  # noqa: N815
    """With everything that is chosen or typed, and by the name that fields of text have for it."""
    opened = Signal(object, object)
    """QWidget twice: fields that were made just now, and what stands before them."""
    left_out = Signal()
    """A new strategy was taken out again."""

    def __init__(self, desk: Desk, told: VisitTold) -> None:
        super().__init__()
        self._desk, self._told, self._visit = desk, told, told.visit
        self._state = plan_state(desk.journal.family(), told.visit.child, told.visit.day)
        self._strategies: list[AgreedStrategy] = []
        self._new: list[NewStrategy] = []
        self._aside: dict[str, AgreedTyped] = {}
        text = desk.wording.text
        self._form = Form()
        in_column(self._form, inside=self)
        self._from = self._from_row()
        self._shown = Part()
        self._form.addRow(self._shown)
        self._show_strategies()
        self._add = make_button(text("Add a strategy we agreed on"), "plus", self.add_strategy)
        self._add.let_wrap()
        self._form.addRow(self._add)

    def _from_row(self) -> SingleChoice[bool]:
        """Ask from which day on a plan changes, where the visit was on an earlier day."""
        wording, day, today = self._desk.wording, self._visit.day, self._desk.today()
        asked = wording.text("When do the changes start?")
        choices = [
            (False, wording.text("From the visit on, {day}", day=wording.short_day(day))),
            (True, wording.text("From today on")),
        ]
        row = SingleChoice(choices, asked)
        row.set_choice(False)
        row.chosen.connect(self._on_from)
        if day < today:
            self._form.add_row(asked, row, wording.text("Days before stay as they were."))
        return row

    def _show_strategies(self) -> None:
        text, child = self._desk.wording.text, self._visit.child
        self._state = plan_state(self._desk.journal.family(), child, self.from_day)
        shown = [strategy for strategy in self._state.strategies if strategy.standing in DISCUSSED]
        self._strategies = [
            AgreedStrategy(self._desk, strategy, (place, len(shown)))
            for place, strategy in enumerate(shown, start=1)
        ]
        heading = WrapLabel(text("Strategy by strategy"), "heading")
        heading.setContentsMargins(0, px(16), 0, 0)
        self._shown.show_widgets([heading, *self._strategies] if shown else [])
        for part in self._strategies:
            part.opened.connect(self.opened)
            part.type_in(self._aside.get(str(part.strategy), {}))
        self.opened.emit(self._shown, self._shown)

    @property
    def from_day(self) -> date:
        """Return the first day of what was agreed."""
        return self._desk.today() if self._from.choice() else self._visit.day

    @property
    def fields(self) -> dict[str, QWidget]:
        """Return all fields by the name of their part and their own."""
        return {
            f"{place}{PARTED}{name}": field
            for place, part in enumerate(self._parts())
            for name, field in part.fields.items()
        }

    def agreed(self) -> Agreement:
        """Return what was agreed of the plan.

        Raises InvalidValueError for a value that does not fit, with the name in `fields`.
        """
        day, kept = self.from_day, len(self._strategies)
        agreed = [
            _named(place, partial(part.agreed, day)) for place, part in enumerate(self._strategies)
        ]
        started = [
            _named(place, partial(part.agreed, day))
            for place, part in enumerate(self._new, start=kept)
        ]
        beside: list[Record] = [record for made in (*agreed, *started) for record in made[1]]
        return Agreement(
            strategies=tuple(strategy for strategy, _ in agreed),
            started=tuple(strategy for strategy, _ in started),
            beside=tuple(beside),
            from_day=day,
        )

    def text(self) -> str:
        """Return all choices and texts as a draft; empty while nothing was changed."""
        self._put_aside()
        new = [part.typed() for part in self._new]
        if not (self._from.choice() or self._aside or new):
            return ""
        told = {"today": self._from.choice(), "strategies": self._aside, "new": new}
        return json.dumps(told, ensure_ascii=False, sort_keys=True)

    def set_text(self, text: str) -> None:
        """Fill in a draft."""
        told = read_json(text)
        self._aside = told["strategies"]
        self._from.set_choice(told["today"] and self._visit.day < self._desk.today())
        self._show_strategies()
        for typed in told["new"]:
            self._add_new().type_in(typed)

    def add_strategy(self) -> None:
        """Add the fields of a new strategy above the button, and go there."""
        part = self._add_new()
        self.textChanged.emit()
        part.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_new(self) -> NewStrategy:
        people = self._told.people
        offers = NewOffers(
            child=self._visit.child,
            outcomes=[outcome for outcome in self._state.outcomes if outcome.closed is None],
            person=people[0].id if len(people) == 1 else None,
        )
        part = NewStrategy(self._desk, offers)
        part.removed.connect(self._on_removed)
        self._new.append(part)
        before = stop_before(self._add)
        self._form.insertRow(self._form.rowCount() - 1, part)
        self.opened.emit(part, before or self._shown)
        return part

    def _put_aside(self) -> None:
        """Remember the input for each strategy, also of those not shown on the chosen day."""
        for part in self._strategies:
            typed = part.typed()
            if typed:
                self._aside[str(part.strategy)] = typed
            else:
                self._aside.pop(str(part.strategy), None)

    def _parts(self) -> Iterator[AgreedStrategy | NewStrategy]:
        yield from self._strategies
        yield from self._new

    def _on_from(self, _today: object) -> None:
        self._put_aside()
        self._show_strategies()
        self.textChanged.emit()

    def _on_removed(self, part: NewStrategy) -> None:
        self._new.remove(part)
        self.left_out.emit()
        self.textChanged.emit()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        part.hide()
        self._form.takeRow(part)
        part.deleteLater()


def _named(place: int, agreed: Callable[[], _Agreed]) -> _Agreed:
    """Return the value of a part; an InvalidValueError gets the part's name before its field's."""
    try:
        return agreed()
    except InvalidValueError as error:
        named = f"{place}{PARTED}{error.field}"
        raise InvalidValueError(named, error.reason, error.limit) from error


class AgreementDialog(FormDialog):
    """What both sides do, what becomes of each strategy, and new ones; saved as one step.

    Everything is kept as it is unless something else is chosen, so that two sentences and Save are
    enough. All that is typed and chosen is kept as unfinished text.
    """

    def __init__(self, desk: Desk, told: VisitTold, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("What did we agree?"), text("Save what we agreed"), parent)
        self._visit = told.visit
        names = visitor_names(told.visit, desk.journal.family().team)
        self.form.add_words(visit_name(desk.wording, told.visit, names), "heading")
        self._add_words()
        self.plan = AgreedPlan(desk, told)
        self.form.addRow(self.plan)
        self.plan.opened.connect(self._on_opened)
        self.plan.left_out.connect(self._name_fields)
        self._keep_typed()
        self._name_fields()

    def _add_words(self) -> None:
        text, visit = self.wording.text, self._visit
        hint = text("What will you try at home until then? A sentence or two is enough.")
        between, next_visit = NoteEdit("", 2), NoteEdit("", 1)
        between.set_text(visit.agreed_between or "")
        next_visit.set_text(visit.agreed_next or "")
        self.between = self.form.add("agreed_between", text("Agreed"), between, hint)
        hint = text("What will the next visit be about?")
        self.next_visit = self.form.add("agreed_next", text("For the next visit"), next_visit, hint)
        self._words = dict(self.form.fields)

    def _keep_typed(self) -> None:
        """Restore the draft of this visit, and keep it up to date from now on."""
        typed: dict[str, DraftField] = {
            "between": self.between,
            "next": self.next_visit,
            "plan": self.plan,
        }
        taken_up = [
            self.keep_draft_of(words, f"agreed:{self._visit.id}:{part}", words.text())
            for part, words in typed.items()
        ]
        if any(taken_up):
            self.show_draft_notice(1)

    def _on_opened(self, part: QWidget, before: QWidget) -> None:
        self.put_in_order(part, before)
        self._name_fields()
        self.watch(part)

    def _name_fields(self) -> None:
        self.form.fields = {**self._words, **self.plan.fields}

    @override
    def _on_typed(self, *said: object) -> None:
        super()._on_typed(*said)
        self.plan.textChanged.emit()

    @override
    def step(self) -> Step:
        agreement = replace(
            self.plan.agreed(),
            between=self.between.text().strip() or None,
            next_visit=self.next_visit.text().strip() or None,
        )
        said = self.wording.text("Agreed: {visit}", visit=visit_name(self.wording, self._visit, ()))
        agree = self.desk.journal.visits.agree
        call = partial(agree, self._visit, agreement, drafts=self.drafts())
        return said, call

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        own = error.field.rpartition(PARTED)[2]
        return plan_fault_words(self.wording, InvalidValueError(own, error.reason, error.limit))
