"""The search and the filters over the journal's list."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.journal.timeline import TimelineFilter
from homejournal.domain.names import name_on_its_own, routines_of, with_distinct_names
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Flag
from homejournal.texts import labels
from homejournal.texts.display_names import everybody
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.button import ToggleButton
from homejournal.ui.widgets.fields.date_and_time import DayEdit
from homejournal.ui.widgets.fields.drop_down import DropDown, PersonDropDown
from homejournal.ui.widgets.fields.form import labelled
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.wrapping_labels import WrapLabel, line_label, plain


class SearchField(QLineEdit):
    """A search that hands the arrow down and Enter on to the list."""

    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """`changed` comes with every key and choice; `asked` says what is wanted.

    Who suggested it, the routine and the days are in a row of their own, which opens with "Filter".
    """

    changed = Signal()

    def __init__(self, wording: Wording, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        text = wording.text
        self._child: UUID | None = None
        self._wanted: TimelineFilter | None = None
        self.search = SearchField()
        self.search.setPlaceholderText(text("Search in notes"))
        self.search.setAccessibleName(text("Search in notes"))
        self.search.setMinimumWidth(px(200))
        self.search.textChanged.connect(self._on_changed)
        self.strategy, self.flag = DropDown[UUID](), DropDown[Flag]()
        self.person = PersonDropDown[UUID](wording, text("Person"))
        self.more = ToggleButton(text("Filter"))
        set_look(self.more, "link")
        set_icon(self.more, "filter", "muted", 16)
        self.more.toggled.connect(self._show_parts)
        self.by, self.routine = DropDown[UUID](), DropDown[UUID]()
        self.first = DayEdit(today, text("From the beginning"))
        self.last = DayEdit(today, text("Through today"))
        self._trouble = WrapLabel("", "problem")
        column = in_column(inside=self)
        self._rest = self._more_row()
        for part in (self._first_row(), self._rest, self._trouble):
            column.addWidget(part)
        self._set_days(None)
        self._show_parts()

    def _first_row(self) -> FlowRow:
        text = self._wording.text
        row = FlowRow(self.search, gap=10)
        for box, name in (
            (self.strategy, text("Strategy")),
            (self.person, text("Person")),
            (self.flag, text("Kind of note")),
        ):
            label = line_label(name)
            label.setBuddy(box)
            box.setAccessibleName(name)
            box.setToolTip(plain(name))
            box.picked.connect(self._on_changed)
            row.add(box)
            label.setParent(self)
            label.hide()
        flags = [(flag, labels.flag(self._wording, flag)) for flag in Flag]
        self.flag.set_choices([(None, text("All entries")), *flags])
        row.add(self.more)
        return row

    def _more_row(self) -> FlowRow:
        text = self._wording.text
        row = FlowRow(gap=10)
        for box, name in ((self.by, text("Suggested by")), (self.routine, text("Routine"))):
            box.setAccessibleName(name)
            box.picked.connect(self._on_changed)
            row.add(labelled(name, box, "muted"))
        for day, name in ((self.first, text("From")), (self.last, text("Until"))):
            day.field.setAccessibleName(name)
            day.changed.connect(self._on_changed)
            row.add(labelled(name, day, "muted"))
        return row

    @property
    def ends_with(self) -> QWidget:
        """Return the last part that the keyboard reaches."""
        return self.last.not_said_box or self.last

    def offer(self, family: Family, child: UUID) -> None:
        """Offer what a child has and the people who write; keep what is chosen."""
        text, asked = self._wording.text, self._wanted
        self._child, self._wanted = child, None
        family = with_distinct_names(family, child)
        mine, team = family.strategies_of(child), family.team.values()
        theirs = {strategy.suggested_by for strategy in mine}
        people = [
            (member.id, name_on_its_own(member, team)) for member in team if member.id in theirs
        ]
        routines = routines_of(family.routines.values(), child)
        everyone = text("Everybody")
        offers = (
            (self.strategy, text("All strategies"),
             [(strategy.id, strategy.name) for strategy in mine],
             asked.strategy if asked else None),
            (self.person, everyone, everybody(self._wording, family),
             asked.helper if asked else None),
            (self.by, everyone, people, asked.suggested_by if asked else None),
            (self.routine, text("All routines"),
             [(routine.id, routine.name) for routine in routines],
             asked.routine if asked else None),
        )  # fmt: skip
        for box, everything, choices, wanted in offers:
            chosen = box.value() if asked is None else wanted
            box.set_choices([(None, everything), *choices], chosen)

    def show_filter(self, asked: TimelineFilter | None) -> None:
        """Show a filter that another page asked for, or none; also before anything is offered."""
        self._wanted = asked
        self.search.blockSignals(True)
        self.search.setText(asked.words if asked else "")
        self.search.blockSignals(False)
        self.strategy.set_value(asked.strategy if asked else None)
        self.person.set_value(asked.helper if asked else None)
        self.flag.set_value(asked.flag if asked else None)
        self.by.set_value(asked.suggested_by if asked else None)
        self.routine.set_value(asked.routine if asked else None)
        self._set_days(asked)
        more = asked and (asked.suggested_by or asked.routine or asked.start or asked.end)
        self.more.setChecked(self.more.isChecked() or bool(more))
        self._show_parts()
        self.changed.emit()

    def _set_days(self, asked: TimelineFilter | None) -> None:
        days = (asked.start, asked.end) if asked else (None, None)
        for field, day in zip((self.first, self.last), days, strict=True):
            field.blockSignals(True)
            field.set_day(day)
            field.blockSignals(False)

    def asked(self, child: UUID) -> TimelineFilter:
        """Return what is asked for."""
        return TimelineFilter(
            child=child,
            strategy=self.strategy.value(),
            helper=self.person.value(),
            flag=self.flag.value(),
            words=self.search.text(),
            start=self.first.day(),
            end=self.last.day(),
            suggested_by=self.by.value(),
            routine=self.routine.value(),
        )

    def _show_parts(self) -> None:
        first, last = self.first.day(), self.last.day()
        reversed_days = first is not None and last is not None and last < first
        said = self._wording.text("The first day comes after the last one. Change one of the two.")
        trouble = said if reversed_days else ""
        self._trouble.setText(trouble)
        self._trouble.setVisible(reversed_days)
        for day in (self.first, self.last):
            day.field.setAccessibleDescription(trouble)
        self._rest.setVisible(self.more.isChecked())

    def _on_changed(self, _value: object = None) -> None:
        self._wanted = None
        self._show_parts()
        self.changed.emit()
