"""What narrows looking back: a strategy, a professional, a routine, and who did it."""

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.look_back_values import ProgressFilter
from homejournal.domain.names import name_on_its_own, routines_of, with_distinct_names
from homejournal.domain.records.family import Family
from homejournal.texts.display_names import everybody
from homejournal.texts.progress_page import filter_said
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.button import ToggleButton
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.notice import Notice
from homejournal.ui.widgets.fields.drop_down import DropDown
from homejournal.ui.widgets.fields.form import labelled
from homejournal.ui.widgets.layout.flow_layout import FlowRow

_MOST_LETTERS = 30


class ProgressFilterBar(QWidget):
    """`changed` comes when a person has chosen; `asked` says what is wanted."""

    changed = Signal()
    print_wanted = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._offered: UUID | None = None
        self._wanted: UUID | None = None
        text = wording.text
        self.strategy = DropDown[UUID](most_letters=_MOST_LETTERS)
        self.by = DropDown[UUID]()
        self.routine, self.helper = DropDown[UUID](), DropDown[UUID]()
        self.more = ToggleButton(text("Filter"))
        set_look(self.more, "link")
        set_icon(self.more, "filter", "muted", 16)
        self.more.toggled.connect(self._show_parts)
        self.print = WordButton(text("Print…"))
        set_look(self.print, "link")
        set_icon(self.print, "printer", "muted", 16)
        self.print.clicked.connect(self.print_wanted)
        self._first, self._rest = FlowRow(gap=10), FlowRow(gap=10)
        self._label(self._first, self.strategy, text("Strategy"))
        self._first.add(self.more, self.print)
        self._label(self._rest, self.by, text("Suggested by"))
        self._label(self._rest, self.routine, text("Routine"))
        self._label(self._rest, self.helper, text("Who did it"))
        self.hidden = Notice("", button_text=text("Show all"))
        self.hidden.pressed.connect(self.show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for part in (self._first, self._rest, self.hidden):
            column.addWidget(part)
        self._show_parts()

    def _label(self, row: FlowRow, box: DropDown[UUID], name: str) -> None:
        """Name a box for everybody; the words beside it are for those who see."""
        box.setAccessibleName(name)
        box.picked.connect(self.changed)
        row.add(labelled(name, box, "muted"))

    def offer(self, family: Family, child: UUID) -> None:
        """Offer what this child has; keep what is chosen, unless the child is another one."""
        text = self._wording.text
        other, self._offered = child != self._offered, child
        family = with_distinct_names(family, child)
        mine, team = family.strategies_of(child), family.team.values()
        people = [
            (team_member.id, name_on_its_own(team_member, team))
            for team_member in team
            if any(m.suggested_by == team_member.id for m in mine)
        ]
        routines = routines_of(family.routines.values(), child)
        offers = (
            (self.by, text("Everybody"), people),
            (self.routine, text("All routines"), _named(routines)),
            (self.helper, text("Everybody"), everybody(self._wording, family)),
        )
        for box, everything, choices in offers:
            box.set_choices([(None, everything), *choices], None if other else box.value())
        self._offer_strategies(family, child, keep=not other)
        self.more.setChecked(self.more.isChecked() or self.hides)

    def _offer_strategies(self, family: Family, child: UUID, *, keep: bool) -> None:
        by = self.by.value()
        mine = [
            strategy
            for strategy in family.strategies_of(child)
            if by is None or strategy.suggested_by == by
        ]
        name = family.children[child].name
        everything = self._wording.text("All of {child}", child=self._wording.own(name))
        chosen = self._wanted or (self.strategy.value() if keep else None)
        self._wanted = None
        self.strategy.set_choices([(None, everything), *_named(mine)], chosen)

    @property
    def hides(self) -> bool:
        """Return whether anything but the strategy narrows what is shown."""
        return any(box.value() is not None for box in (self.by, self.routine, self.helper))

    def want(self, strategy: UUID) -> None:
        """Choose a strategy as soon as it is offered, and take away what could hide it."""
        for box in (self.by, self.routine, self.helper):
            box.set_value(None)
        self._wanted = strategy

    def choose(self, strategy: UUID | None) -> None:
        """Choose a strategy without saying that a person did."""
        self.strategy.set_value(strategy)

    def choose_as(self, asked: ProgressFilter) -> None:
        """Choose what was asked for before, as far as it is offered."""
        self.by.set_value(asked.suggested_by)
        self.routine.set_value(asked.routine)
        self.helper.set_value(asked.helper)
        self._wanted = asked.strategy

    def asked(self, child: UUID, period: Period) -> ProgressFilter:
        """Return what is asked for, over these days."""
        return ProgressFilter(
            child=child,
            period=period,
            strategy=self.strategy.value(),
            suggested_by=self.by.value(),
            routine=self.routine.value(),
            helper=self.helper.value(),
        )

    def say_hidden(self, asked: ProgressFilter, family: Family) -> None:
        """Say plainly that the filter hides something, or nothing if it does not."""
        words = filter_said(self._wording, asked, family)
        self.hidden.setVisible(bool(words))
        if words and words != self.hidden.text():
            self.hidden.set_text(words, self._wording.text("Show all"))
        self._show_parts()

    def show_all(self) -> None:
        """Take the filter away; the strategy in view stays."""
        for box in (self.by, self.routine, self.helper):
            box.set_value(None)
        self.changed.emit()
        self.more.setFocus()

    def _show_parts(self) -> None:
        self._rest.setVisible(self.more.isChecked())


class _Named(Protocol):
    @property
    def id(self) -> UUID: ...
    @property
    def name(self) -> str: ...


def _named(records: Iterable[_Named]) -> list[tuple[UUID, str]]:
    return [(record.id, record.name) for record in records]
