"""What did we agree? From the words of the two halves through each strategy to one step."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from homejournal.domain.agreeing import Agreement
from homejournal.domain.errors import InvalidValueError
from homejournal.domain.plan_state import plan_state
from homejournal.domain.visit_list import VisitTold
from homejournal.texts.plan import visit_name
from homejournal.ui.desk import Desk
from homejournal.ui.dialogs.agree_strategy import (
    DISCUSSED,
    AgreedStrategy,
    NewOffers,
    NewStrategy,
)
from homejournal.ui.dialogs.form_dialog import FormDialog, Step
from homejournal.ui.dialogs.step_fields import plan_fault_words
from homejournal.ui.kept_words import KeptWords
from homejournal.ui.theme import set_icon
from homejournal.ui.widgets.choice_row import ChoiceRow
from homejournal.ui.widgets.form import add_row, add_section
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.note_edit import NoteEdit

if TYPE_CHECKING:
    from homejournal.domain.record import Record

_Agreed = TypeVar("_Agreed")
_PARTED = "/"


class AgreeDialog(FormDialog):
    """The two halves of the plan in words, each strategy, and what is new; one step in the end.

    Everything is kept as it is unless something else is chosen, so that two sentences and Save are
    enough. What is typed as the two halves is kept as unfinished text.
    """

    def __init__(self, desk: Desk, told: VisitTold, parent: QWidget | None = None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("What did we agree?"), text("Save what we agreed"), parent)
        self._told, self._visit = told, told.visit
        self._state = plan_state(desk.journal.family(), told.visit.child, told.visit.day)
        self._new: list[NewStrategy] = []
        names = tuple(one.name for one in told.people)
        self.form.addRow(WrapLabel(visit_name(desk.wording, told.visit, names), "heading"))
        self._add_words()
        self._add_from()
        self._strategies = self._add_strategies()
        self._add = QPushButton(text("Add a strategy we agreed on"))
        set_icon(self._add, "plus", size=18)
        self._add.clicked.connect(self.add_strategy)
        self.form.addRow(self._add)
        self._name_fields()

    def _add_words(self) -> None:
        text, visit = self.wording.text, self._visit
        self.between, self.next_visit = NoteEdit("", 2), NoteEdit("", 1)
        for edit in (self.between, self.next_visit):
            edit.done.connect(self.save)
        self.between.set_text(visit.agreed_between or "")
        self.next_visit.set_text(visit.agreed_next or "")
        hint = text("What will you try at home until then? A sentence or two is enough.")
        add_row(self.form, text("Between visits"), self.between, hint)
        add_row(
            self.form,
            text("Next visit"),
            self.next_visit,
            text("What will the next visit be about?"),
        )
        self._kept = [
            KeptWords(self.desk, edit, f"agreed:{visit.id}:{half}", edit.text())
            for half, edit in (("between", self.between), ("next", self.next_visit))
        ]
        taken_up = [one.take_up() for one in self._kept]
        if any(taken_up):
            said = text("Not saved yet: this is what you typed last time.")
            self.form.addRow(WrapLabel(said, "small"))

    def _add_from(self) -> None:
        """Ask from which day on a plan changes, where the visit was on an earlier day."""
        text, day, today = self.wording.text, self._visit.day, self.desk.today()
        self._from = ChoiceRow(
            [
                (day, text("From the visit on, {day}", day=self.wording.short_day(day))),
                (today, text("From today on")),
            ],
            text("From when on do changes hold?"),
        )
        self._from.set_choice(day)
        if day < today:
            label = text("From when on do changes hold?")
            add_row(self.form, label, self._from, text("Days before stay as they were."))

    def _add_strategies(self) -> list[AgreedStrategy]:
        shown = [one for one in self._state.strategies if one.standing in DISCUSSED]
        made = [
            AgreedStrategy(self.desk, one, (place, len(shown)))
            for place, one in enumerate(shown, start=1)
        ]
        if made:
            add_section(self.form, self.wording.text("Strategy by strategy"))
        for part in made:
            part.opened.connect(self._on_opened)
            self.form.addRow(part)
        return made

    def add_strategy(self) -> None:
        """Add the fields of a new strategy above the button, and go there."""
        people = self._told.people
        offers = NewOffers(
            child=self._visit.child,
            outcomes=[
                group.outcome
                for group in self._state.groups
                if group.outcome and group.outcome.closed is None
            ],
            person=people[0].id if len(people) == 1 else None,
        )
        part = NewStrategy(self.desk, offers)
        part.removed.connect(self._on_removed)
        self._new.append(part)
        self.form.insertRow(self.form.rowCount() - 1, part)
        self.put_in_order(part, self._last_field())
        self._name_fields()
        self.watch(part)
        part.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _last_field(self) -> QWidget:
        """Return the part that Tab reaches before the button for new strategies."""
        return self._add.previousInFocusChain() or self.next_visit

    def _on_removed(self, part: NewStrategy) -> None:
        self._new.remove(part)
        self._name_fields()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        part.hide()
        self.form.takeRow(part)
        part.deleteLater()

    def _on_opened(self, part: QWidget, choice: QWidget) -> None:
        self.put_in_order(part, choice)
        self._name_fields()
        self.watch(part)

    def _name_fields(self) -> None:
        """Name every field by its part and its own name, since several parts have the same."""
        self.fields = {"agreed_between": self.between, "agreed_next": self.next_visit}
        for place, part in enumerate(self._parts()):
            self.fields |= {f"{place}{_PARTED}{name}": one for name, one in part.fields.items()}

    def _parts(self) -> Iterator[AgreedStrategy | NewStrategy]:
        yield from self._strategies
        yield from self._new

    @override
    def step(self) -> Step:
        day = self._from_day()
        agreed = [
            _named(place, partial(part.agreed, day)) for place, part in enumerate(self._strategies)
        ]
        started = [
            _named(place, partial(part.agreed, day))
            for place, part in enumerate(self._new, start=len(self._strategies))
        ]
        beside: list[Record] = [record for made in (*agreed, *started) for record in made[1]]
        agreement = Agreement(
            between=self.between.text().strip() or None,
            next_visit=self.next_visit.text().strip() or None,
            strategies=tuple(one for one, _ in agreed),
            started=tuple(one for one, _ in started),
            beside=tuple(beside),
            from_day=day,
        )
        said = self.wording.text("Agreed: {visit}", visit=visit_name(self.wording, self._visit, ()))
        places = [one.place for one in self._kept]
        call = partial(self.desk.journal.visits.agree, self._visit, agreement, drafts=places)
        return said, call

    def _from_day(self) -> date:
        chosen = self._from.choice()
        return chosen if isinstance(chosen, date) else self._visit.day

    @override
    def fault_words(self, error: InvalidValueError) -> str:
        own = error.field.rpartition(_PARTED)[2]
        return plan_fault_words(self.wording, InvalidValueError(own, error.reason, error.limit))

    @override
    def done(self, result: int, /) -> None:
        on_purpose = result == self.DialogCode.Rejected and self._snapshot() != self._typed
        for one in self._kept:
            one.stop()
            if on_purpose:
                one.drop()
        super().done(result)


def _named(place: int, agreed: Callable[[], _Agreed]) -> _Agreed:
    """Return what a part says; a fault of it names the part, too."""
    try:
        return agreed()
    except InvalidValueError as error:
        raise InvalidValueError(
            f"{place}{_PARTED}{error.field}", error.reason, error.limit
        ) from error
