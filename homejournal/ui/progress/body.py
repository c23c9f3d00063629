"""What stands under the filter: one strategy, all of them, or why there is nothing to show.

Below: firsts and celebrations of these days, and what a professional may want to know besides.
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.chart_series import Grouping, Table
from homejournal.domain.looking_back.look_back_values import FirstTime, LookBack
from homejournal.domain.names import distinct_team
from homejournal.domain.plan.plan_page import suggested_by
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Note
from homejournal.domain.sentences.allowed_sentences import (
    days_headline,
    tell_ratings,
    tell_remarks,
    times_told,
)
from homejournal.domain.sentences.headlines import more_told, why_not
from homejournal.domain.sentences.plain_summary import plain_summary
from homejournal.domain.sentences.values import Measure
from homejournal.texts.day_page import capitalized
from homejournal.texts.display_names import name_said
from homejournal.texts.papers.visit_page import first_said
from homejournal.texts.progress_page import how_counted
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.progress.cards.chart import ChartCard
from homejournal.ui.progress.cards.comparison import AroundCard, GroupsCard
from homejournal.ui.progress.cards.strategy_rows import StrategyRows
from homejournal.ui.progress.counting_and_drawing import Counted, Way
from homejournal.ui.progress.export import ProgressOutput
from homejournal.ui.progress.shown import Shown
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.button import ToggleButton, make_button
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.cards.notice import EmptyState
from homejournal.ui.widgets.layout.boxes import FlowRow, TwoEnds, in_column
from homejournal.ui.widgets.wrapping_labels import WrapLabel

FEW = 1
"""So many are in sight above all strategies, in one line; the rest is a press away."""
_MOST = 12


class CelebrationsCard(Card):
    """`wanted` carries the days of the moment that was pressed, as a Period.

    At most so many are shown at first.
    """

    wanted = Signal(object)

    def __init__(self, wording: Wording, most: int = _MOST) -> None:
        super().__init__(wording.text("Firsts and celebrations"))
        self._wording, self._most = wording, most
        self._moments: list[_Moment] = []
        self._column = in_column(gap=4)
        self._more = make_button("", "chevron-down", self._on_more, look="link")
        self._every = False
        self._is_line = most == FEW
        if self._is_line:
            self._title.hide()
            self.body.addWidget(TwoEnds(self._column, self._more, gap=6, wraps=True))
            self._rescale()
        else:
            self.body.addLayout(self._column)
            self.add_corner(self._more)

    @override
    def _rescale(self) -> None:
        super()._rescale()
        if getattr(self, "_is_line", False):
            self._all.setContentsMargins(px(20), px(6), px(20), px(6))

    def show_moments(
        self, firsts: Sequence[FirstTime], notes: Sequence[Note], family: Family
    ) -> None:
        """Show these; the card is hidden where there are none."""
        told = [(first.first.day, first_said(self._wording, first), "star") for first in firsts]
        told += [(note.day, self._quoted(note, family), "confetti") for note in notes]
        told.sort(key=lambda one: one[0], reverse=True)
        self._fill(len(told))
        for moment, (day, words, icon) in zip(self._moments, told, strict=True):
            moment.show_moment(day, words, self._wording.full_day(day), icon)
        self.setVisible(bool(told))
        self._show_parts()

    def _quoted(self, note: Note, family: Family) -> str:
        quoted = self._wording.text("“{words}”", words=self._wording.own(note.text))
        return self._wording.line_of((quoted, name_said(self._wording, family, note.helper)))

    def _fill(self, wanted: int) -> None:
        """Keep as many lines as are needed, and reuse them: nothing grows and nothing flickers."""
        while len(self._moments) > wanted:
            old = self._moments.pop()
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        while len(self._moments) < wanted:
            moment = _Moment(self._wording)
            moment.wanted.connect(self.wanted)
            self._column.addWidget(moment)
            self._moments.append(moment)

    def _show_parts(self) -> None:
        more = len(self._moments) - self._most
        for place, moment in enumerate(self._moments):
            moment.setVisible(self._every or place < self._most)
        self._more.setText(self._wording.count("Show {n} more", "Show {n} more", max(more, 0)))
        self._more.setVisible(more > 0 and not self._every)

    def _on_more(self) -> None:
        self._every = True
        self._show_parts()
        self._moments[self._most].button.setFocus()


class _Moment(QWidget):
    """One moment: its words, and its day as the way to the journal."""

    wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._day: date | None = None
        self._words = WrapLabel("", most=400)
        self.button = make_button("", on=self._on_clicked, look="link")
        self.button.let_wrap()
        self.button.setToolTip(wording.text("Open in the journal"))
        in_column(TwoEnds(self._words, self.button, wraps=True), inside=self)

    def show_moment(self, day: date, words: str, line: str, icon: str) -> None:
        self._day = day
        self._words.setText(words)
        self.button.setText(line)
        set_icon(self.button, icon, "accent", 16)
        self.button.setAccessibleName(line)
        self.button.setAccessibleDescription(words)

    def _on_clicked(self) -> None:
        if self._day is not None:
            self.wanted.emit(Period(self._day, self._day))


_SHOWN = (Measure.RUN_CHART, Measure.WILSON, Measure.NAP)


class HowCounted(QWidget):
    """A button that opens how something is counted, with its source."""

    def __init__(self, wording: Wording, measures: Sequence[Measure], about: str) -> None:
        super().__init__()
        self.button = disclosure(wording.text("How is this counted?"))
        self.button.setAccessibleDescription(about)
        self._counted = WrapLabel(
            "\n\n".join(how_counted(wording, measure) for measure in measures), "small"
        )
        self.button.toggled.connect(self._counted.setVisible)
        self._counted.hide()
        row = FlowRow(self.button)
        in_column(row, self._counted, gap=2, inside=self)


def disclosure(words: str) -> ToggleButton:
    """Return a button that opens and closes what stands under it."""
    button = ToggleButton(words)
    set_look(button, "link")
    set_icon(button, "chevron-down", "muted", 16)
    return button


class MoreCard(Card):
    """Closed at first; each measure is told where it may be, or what it still needs."""

    def __init__(self, wording: Wording) -> None:
        super().__init__(wording.text("More detail"))
        self._wording = wording
        self.open = disclosure(wording.text("Show more detail"))
        self.open.toggled.connect(self._show_parts)
        self._inside = QWidget()
        column = in_column(gap=14, inside=self._inside)
        column.addWidget(
            WrapLabel(
                wording.text("Measures that some professionals know. They say nothing of why."),
                "muted",
            )
        )
        names = {
            Measure.RUN_CHART: wording.text("Ups and downs over time"),
            Measure.WILSON: wording.text("Tries of one session"),
            Measure.NAP: wording.text("Before and since a visit"),
        }
        self._measures = {
            measure: MeasureTold(wording, measure, names[measure]) for measure in _SHOWN
        }
        for told in self._measures.values():
            column.addWidget(told)
        row = FlowRow(self.open)
        self.body.addWidget(row)
        self.body.addWidget(self._inside)
        self._show_parts()

    def show_back(self, back: LookBack) -> None:
        """Tell what may be told of a strategy; before and since the first of its visits.

        Where nothing can ever be told of its kind of rating, there is no card.
        """
        said = {**why_not(back), **more_told(back)}
        self.setVisible(bool(said))
        for measure, told in self._measures.items():
            told.say(capitalized(say(self._wording, said[measure])) if measure in said else "")

    def _show_parts(self) -> None:
        self._inside.setVisible(self.open.isChecked())


class MeasureTold(QWidget):
    """One sentence, and under it how it is counted, with its source."""

    def __init__(self, wording: Wording, measure: Measure, name: str) -> None:
        super().__init__()
        self._words = WrapLabel("")
        self.how = HowCounted(wording, [measure], name)
        column = in_column(gap=2, inside=self)
        for part in (WrapLabel(name, "strong"), self._words, self.how):
            column.addWidget(part)

    def say(self, words: str) -> None:
        """Say this, or be hidden where there is nothing to say."""
        self._words.setText(words)
        self.setVisible(bool(words))


class StrategyHead(Card):
    """The first card; its lines are the words that everything below only draws."""

    def __init__(self, wording: Wording) -> None:
        super().__init__("")
        self._wording = wording
        self.plain, self.days = WrapLabel("", "strong"), WrapLabel("")
        self._who, self._lines = WrapLabel("", "small"), WrapLabel("")
        about = wording.text("Days and middle value")
        self.how = HowCounted(wording, (Measure.DAYS, Measure.MIDDLE), about)
        for part in (self._who, self.plain, self.days, self._lines, self.how):
            self.body.addWidget(part)

    def show_back(self, back: LookBack, family: Family) -> None:
        total = back.total
        self.set_title(back.written.strategy.name)
        of, team = back.written, distinct_team(family.team)
        who = suggested_by(of.strategy, of.steps, team, of.visits)
        self._put(self._who, capitalized(say(self._wording, who)) if who else "")
        plain = [capitalized(say(self._wording, one)) for one in plain_summary(back)]
        self._put(self.plain, "\n".join(plain))
        self._put(self.days, capitalized(say(self._wording, days_headline(back))))
        told = (*times_told(back), *tell_ratings(total, back.rating, on_screen=True))
        said = [capitalized(say(self._wording, one)) for one in (*told, *tell_remarks(total))]
        self._put(self._lines, "\n".join(one for one in said if one != self.days.text()))

    @staticmethod
    def _put(label: WrapLabel, words: str) -> None:
        label.say(words)


class EverythingLook(QWidget):
    """What was celebrated, and a row for each strategy."""

    strategy_wanted = Signal(object)
    day_wanted = Signal(object)
    entries_wanted = Signal(object)

    def __init__(self, desk: Desk, output: ProgressOutput, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = desk.wording
        self.rows = StrategyRows(desk, output)
        self.moments = CelebrationsCard(desk.wording, FEW)
        self.rows.wanted.connect(self.strategy_wanted)
        self.rows.day_wanted.connect(self.day_wanted)
        self.rows.entries_wanted.connect(self.entries_wanted)
        self.moments.wanted.connect(self.entries_wanted)
        in_column(self.moments, self.rows, gap=12, inside=self)

    def show_counted(self, counted: Counted, family: Family) -> None:
        self.rows.show_counted(counted)
        firsts = [first for back in counted.backs for first in back.written.firsts]
        self.moments.show_moments(firsts, counted.celebrations, family)

    def shown(self) -> tuple[Shown, ...]:
        """Return no picture: each strategy is printed with its own."""
        return ()

    def tables(self) -> tuple[Table, ...]:
        """Return the table of days while it is open."""
        return self.rows.table.opened()

    def in_short(self) -> str:
        """Return what a screen reader says of what is shown."""
        return self._wording.count(
            "{n} strategy is shown.", "{n} strategies are shown.", len(self.rows.rows)
        )


class StrategyLook(QWidget):
    """The cards stay and are filled anew, so that switching strategies does not flicker."""

    day_wanted = Signal(object)
    entries_wanted = Signal(object)
    """The Period whose entries a person wants to read."""

    def __init__(self, desk: Desk, output: ProgressOutput, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = desk.wording
        self._back: LookBack | None = None
        self.head = StrategyHead(desk.wording)
        self.chart = ChartCard(desk, output)
        self.around = AroundCard(desk, output)
        self.routines = GroupsCard(desk, output, Grouping.ROUTINE)
        self.slots = GroupsCard(desk, output, Grouping.SLOT)
        self.moments = CelebrationsCard(desk.wording)
        self.more = MoreCard(desk.wording)
        self.around.visit_chosen.connect(self._on_visit)
        self.chart.panel.days_wanted.connect(self._on_days)
        self.around.panel.days_wanted.connect(self.entries_wanted)
        self.moments.wanted.connect(self.entries_wanted)
        in_column(
            self.head, self.chart, self.around, self.routines, self.slots, self.moments, self.more,
            gap=16, inside=self,
        )  # fmt: skip

    def show_counted(self, counted: Counted, family: Family) -> None:
        back = counted.backs[0]
        strategy = back.written.strategy
        self.head.show_back(back, family)
        self.chart.show_counted(counted)
        self.around.show_back(back, family)
        for card in (self.routines, self.slots):
            card.show_groups(counted.groups, strategy.name)
        self.moments.show_moments(back.written.firsts, counted.celebrations, family)
        self._back = back
        self._on_visit()

    def shown(self) -> tuple[Shown, ...]:
        """Return the pictures in sight, from top to bottom."""
        cards = (self.chart, self.around, self.routines, self.slots)
        in_sight = (one for one in cards if not (one.isHidden() or one.panel.isHidden()))
        return tuple(card.panel.shown for card in in_sight if card.panel.shown is not None)

    def tables(self) -> tuple[Table, ...]:
        """Return no table: each of them stands beside its picture."""
        return ()

    def _on_days(self, days: Period) -> None:
        """Open a day, or the entries of more of them."""
        if days.start == days.end:
            self.day_wanted.emit(days.start)
        else:
            self.entries_wanted.emit(days)

    def _on_visit(self) -> None:
        """Let the finer detail speak of the visit that is chosen above it."""
        if self._back is not None:
            self.more.show_back(self.around.of_visit(self._back))

    def in_short(self) -> str:
        told = (self.head.title(), self.head.days.text(), self.chart.panel.headline.text())
        return ". ".join(dict.fromkeys(told))


class ProgressBody(QWidget):
    """Its three parts stay and are filled anew; one of them is in sight."""

    way_wanted = Signal(object)
    """The Way out of an empty page that was pressed."""
    strategy_wanted = Signal(object)
    day_wanted = Signal(object)
    entries_wanted = Signal(object)

    def __init__(self, desk: Desk, output: ProgressOutput, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = desk.wording
        self.way: Way | None = None
        self.empty = EmptyState("seedling", "", "")
        self.one = StrategyLook(desk, output, self)
        self.all = EverythingLook(desk, output, self)
        self.empty.pressed.connect(self._on_way)
        self.all.strategy_wanted.connect(self.strategy_wanted)
        column = in_column(inside=self)
        for look in (self.one, self.all):
            look.day_wanted.connect(self.day_wanted)
            look.entries_wanted.connect(self.entries_wanted)
        for part in (self.empty, self.one, self.all):
            part.hide()
            column.addWidget(part)

    def show_counted(self, counted: Counted, family: Family, way: Way | None) -> None:
        """Show what was counted, or why there is nothing to show."""
        self.way = way
        look = self._look(counted)
        if way is not None:
            self.empty.set_texts(*way.words(self._wording))
        else:
            look.show_counted(counted, family)
        shown = look if way is None else self.empty
        # First what goes, then what comes: the page is never as high as both.
        for part in (self.empty, self.one, self.all):
            if part is not shown:
                part.hide()
        shown.show()

    def of(self, counted: Counted) -> tuple[tuple[Shown, ...], tuple[Table, ...]]:
        """Return the pictures in sight, and the open tables that belong to none."""
        look = self._look(counted)
        return look.shown(), look.tables()

    def in_short(self, counted: Counted) -> str:
        if self.way is not None:
            title, sentence, _ = self.way.words(self._wording)
            return f"{title}. {sentence}"
        return self._look(counted).in_short()

    def _look(self, counted: Counted) -> StrategyLook | EverythingLook:
        return self.all if counted.asked.strategy is None else self.one

    def _on_way(self) -> None:
        self.way_wanted.emit(self.way)
