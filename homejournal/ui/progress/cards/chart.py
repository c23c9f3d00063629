"""The picture of one strategy over time, closer and farther, and what was told on each day."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from homejournal.domain.days.periods import Period
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.strategy_rows import StrategyRows, StripSpan, strategy_rows
from homejournal.domain.records.family import writer_of
from homejournal.domain.records.notes import Note
from homejournal.domain.records.practices import Practice
from homejournal.reports.chart_words.row_words import NoteMark
from homejournal.reports.charts.screen_picture import ChartMark
from homejournal.texts.display_names import name_said
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.progress.cards.chart_panel import ChartPanel
from homejournal.ui.progress.counting_and_drawing import Counted
from homejournal.ui.progress.export import ProgressOutput
from homejournal.ui.progress.shown import RowShown, lanes_of
from homejournal.ui.widgets.button import dress_chip, make_button
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.layout.boxes import FlowRow, in_column
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID


_MOST = 4


def told_of_day(desk: Desk, asked: EntryFilter, day: date) -> str:
    """Return who wrote on that day, each person once, with times of the day and notes.

    No private note and nothing that the filter hides is told; of very many the first few are, and
    how many more there are.
    """
    wording, family = desk.wording, desk.journal.family()
    people: dict[UUID | None, _Told] = defaultdict(_Told)
    for _, helper, times, words in _written(desk, asked, Period(day, day)):
        people[helper].add(times, words)
    told = []
    for by, theirs in people.items():
        told.append(theirs.said(wording, name_said(wording, family, by)))
    return wording.line_of(_first_few(wording, [words for words in told if words]))


def notes_in(desk: Desk, asked: EntryFilter, days: Period) -> tuple[NoteMark, ...]:
    """Return the notes of some days, each day once, and nothing that `told_of_day` keeps back."""
    told: dict[date, list[str]] = defaultdict(list)
    for day, _, _, words in _written(desk, asked, days, notes_alone=True):
        told[day].append(words)
    line = desk.wording.line_of
    return tuple(NoteMark(day, line(_first_few(desk.wording, told[day]))) for day in sorted(told))


@dataclass(slots=True)
class _Told:
    """What one person wrote on a day."""

    times: int = 0
    details: list[str] = field(default_factory=list)

    def add(self, times: int, words: str) -> None:
        """Add a practice or a note; the same words are told once."""
        self.times += times
        if words and words not in self.details:
            self.details.append(words)

    def said(self, wording: Wording, name: str) -> str:
        """Return it with the name; how often only where that is not plain from the rest."""
        who = name
        if name and self.times > max(1, len(self.details)):
            who = wording.count("{who}, {n} time", "{who}, {n} times", self.times, who=name)
        words = wording.text(", ").join(_first_few(wording, self.details))
        if who and words:
            return wording.text("{who}: {note}", who=who, note=words)
        return who or words


def _first_few(wording: Wording, told: list[str]) -> list[str]:
    more = len(told) - _MOST
    return [*told[:_MOST], wording.count("{n} more", "{n} more", more)] if more > 0 else told


def _written(
    desk: Desk, asked: EntryFilter, days: Period, *, notes_alone: bool = False
) -> "Iterator[tuple[date, UUID | None, int, str]]":
    """Return on which day who wrote, how many practices that are, and the words of each."""
    records = desk.journal.days.between(asked.child, *days)
    about: dict[UUID | None, list[Note]] = defaultdict(list)
    for note in records.notes:
        about[note.practice].append(note)
    for practice in records.practices:
        if (
            practice.strategy == asked.strategy
            and asked.routine in {None, practice.routine}
            and asked.helper in {None, practice.helper}
            and asked.written_by in {None, writer_of(practice)}
            and (about[practice.id] or not notes_alone)
        ):
            words = _words(desk.wording, practice, about[practice.id])
            yield practice.day, practice.helper, 1, words
    for note in about[None]:
        theirs = asked.routine is None and asked.helper in {None, note.helper}
        theirs = theirs and asked.written_by in {None, writer_of(note)}
        if note.strategy == asked.strategy and theirs:
            yield note.day, note.helper, 0, _quoted(desk.wording, note)


def _words(wording: Wording, one: Practice, notes: list[Note]) -> str:
    slot = wording.own(one.slot) if one.slot else ""
    return " ".join([*([slot] if slot else []), *(_quoted(wording, note) for note in notes)])


def _quoted(wording: Wording, note: Note) -> str:
    return wording.text("“{words}”", words=wording.own(note.text))


_LINES = 2
"""So many lines under the chart are kept free for what is told of a mark."""


class ChartCard(Card):
    """Days that are looked at closer stay so while it is the same strategy and period."""

    def __init__(self, desk: Desk, output: ProgressOutput) -> None:
        super().__init__(desk.wording.text("Over time"))
        self._desk, self._wording = desk, desk.wording
        self._counted: Counted | None = None
        self._window: Period | None = None
        self.panel = ChartPanel(desk, output, self.title())
        self.panel.view.window_wanted.connect(self._on_window)
        self.panel.view.mark_told.connect(self._on_told)
        self._add_buttons()
        self.told, self.days = WrapLabel("", "small", most=600), WrapLabel("")
        self._room = QWidget()
        in_column(self.told, inside=self._room).addStretch(1)
        self.body.addWidget(self.panel)
        self.panel.put_under_picture(self._room)
        self.panel.put_under_picture(self.days)

    def _add_buttons(self) -> None:
        text, view = self._wording.text, self.panel.view
        self.closer = make_button(text("Closer"), on=self._on_closer)
        dress_chip(self.closer, "plus", text("Closer: fewer days"))
        self.farther = make_button(text("Farther"), on=self._on_farther)
        dress_chip(self.farther, "minus", text("Farther: more days"))
        self.whole = make_button(text("All days"), "rotate", view.reset, look="chip")
        self.panel.does.add(FlowRow(self.closer, self.farther, self.whole))

    def show_counted(self, counted: Counted) -> None:
        before, self._counted = self._counted, counted
        if before is None or not _same(before, counted):
            self._window = None
        self._show()

    def _show(self) -> None:
        counted = self._counted
        if counted is None or counted.rows is None:
            return
        (back,) = counted.backs
        rows = counted.rows
        if self._window is not None:
            rows = strategy_rows((back,), self._window, counted.people)
        lanes = lanes_of(counted.rows)
        notes = self._notes(counted, rows)
        wording = self._wording
        shown = RowShown(back=back, rows=rows, wording=wording, lanes=lanes, notes=notes)
        whole = Period(back.written.frame.period.start, back.written.frame.last)
        self.panel.view.set_window(self._window or whole, whole)
        self.panel.show_shown(shown)
        self.days.setText(self._days_said(whole) if self._window is not None else "")
        self.days.setVisible(self._window is not None)
        self.told.setText(self._hint())
        self._room.setMinimumHeight(_LINES * self.told.fontMetrics().lineSpacing())
        self._room.setVisible(shown.has_something)
        self._allow(zoomed=self._window is not None)

    def _notes(self, counted: Counted, rows: StrategyRows) -> tuple[NoteMark, ...]:
        """Return the notes at their days, where each day has a sign of its own."""
        if rows.axis.strip is not StripSpan.DAY:
            return ()
        return notes_in(self._desk, counted.asked, rows.axis.period)

    def _days_said(self, whole: Period) -> str:
        """Return plainly which of the days the chart shows now."""
        between, shown = self._wording.between, self._window or whole
        return self._wording.text(
            "The chart now shows {shown}, out of {all_days}.",
            shown=between(*shown),
            all_days=between(*whole),
        )

    def _allow(self, *, zoomed: bool) -> None:
        """Enable what is possible; a button that the keyboard is on hands it to the next one."""
        for button in (self.farther, self.whole):
            if button.hasFocus() and not zoomed:
                self.closer.setFocus()
            button.setEnabled(zoomed)

    def _hint(self) -> str:
        return self._wording.text("Point at the chart, or press the arrow keys in it, to read it.")

    def _on_told(self, mark: ChartMark) -> None:
        """Tell under the chart who wrote what on a day, and say it where it is heard."""
        words = ""
        if self._counted is not None and mark.start is not None and mark.start == mark.end:
            words = told_of_day(self._desk, self._counted.asked, mark.start)
        self.told.setText(words or self._hint())
        # Room that long words took once is kept: nothing may move under the pointer.
        needed = self.told.heightForWidth(self.told.width())
        self._room.setMinimumHeight(max(self._room.minimumHeight(), needed))
        if words and self.panel.view.hasFocus():
            announce(self.panel.view, words)

    def _on_window(self, window: Period | None) -> None:
        self._window = window
        self._show()
        announce(self, self.days.text() or self._wording.text("The chart now shows all days."))

    def _on_closer(self) -> None:
        self.panel.view.zoom(closer=True)

    def _on_farther(self) -> None:
        self.panel.view.zoom(closer=False)


def _same(one: Counted, other: Counted) -> bool:
    return (one.asked.strategy, one.asked.period) == (other.asked.strategy, other.asked.period)
