"""The search and the filters over the journal's list."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.family import Family
from homejournal.domain.notes import Flag
from homejournal.domain.timeline import TimelineFilter
from homejournal.domain.told_apart import told_apart
from homejournal.texts import words
from homejournal.texts.people import everybody
from homejournal.texts.wording import Wording
from homejournal.ui.plain import plain
from homejournal.ui.theme import px
from homejournal.ui.widgets.choose_box import ChooseBox
from homejournal.ui.widgets.flow import FlowRow
from homejournal.ui.widgets.label import line_label
from homejournal.ui.widgets.person_box import PersonBox


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
    """`changed` comes with every key and choice; `asked` says what is wanted."""

    changed = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        text = wording.text
        self._child: UUID | None = None
        self._days: TimelineFilter | None = None
        self._wanted: TimelineFilter | None = None
        self.search = SearchField()
        self.search.setPlaceholderText(text("Search in notes"))
        self.search.setAccessibleName(text("Search in notes"))
        self.search.setMinimumWidth(px(200))
        self.search.textChanged.connect(self._on_changed)
        self.strategy, self.flag = ChooseBox(), ChooseBox()
        self.person = PersonBox(wording, text("Person"))
        row = FlowRow(gap=10)
        row.add(self.search)
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
        flags: list[tuple[object, str]] = [(flag, words.flag(wording, flag)) for flag in Flag]
        self.flag.set_choices([(None, text("All entries")), *flags])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)

    def offer(self, family: Family, child: UUID) -> None:
        """Offer the strategies of a child and the people who write; keep what is chosen."""
        text = self._wording.text
        self._child = child
        mine = [(one.id, one.name) for one in told_apart(family, child).strategies_of(child)]
        people = everybody(self._wording, family)
        strategy, person = self.strategy.value(), self.person.value()
        if self._wanted is not None:
            strategy, person = self._wanted.strategy, self._wanted.helper
            self._wanted = None
        self.strategy.set_choices([(None, text("All strategies")), *mine], strategy)
        self.person.set_choices([(None, text("Everybody")), *people], person)

    def show_filter(self, asked: TimelineFilter | None) -> None:
        """Show a filter that another page asked for, or none; also before anything is offered."""
        self._days = self._wanted = asked
        self.search.blockSignals(True)
        self.search.setText(asked.words if asked else "")
        self.search.blockSignals(False)
        self.strategy.set_value(asked.strategy if asked else None)
        self.person.set_value(asked.helper if asked else None)
        self.flag.set_value(asked.flag if asked else None)
        self.changed.emit()

    def asked(self, child: UUID) -> TimelineFilter:
        """Return what is asked for."""
        strategy, person, flag = self.strategy.value(), self.person.value(), self.flag.value()
        asked = TimelineFilter(
            child=child,
            strategy=strategy if isinstance(strategy, UUID) else None,
            helper=person if isinstance(person, UUID) else None,
            flag=flag if isinstance(flag, Flag) else None,
            words=self.search.text(),
        )
        if self._days is None:
            return asked
        return replace(asked, start=self._days.start, end=self._days.end)

    def _on_changed(self, _value: object = None) -> None:
        self._wanted = None
        self.changed.emit()
