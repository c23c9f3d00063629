"""What stands under the filter: one strategy, all of them, or why there is nothing to show."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.chart_series import Grouping, Table
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.names import distinct_team
from homejournal.domain.plan.plan_page import suggested_by
from homejournal.domain.records.family import Family
from homejournal.domain.sentences.allowed_sentences import (
    days_headline,
    tell_ratings,
    tell_remarks,
    times_told,
)
from homejournal.domain.sentences.plain_summary import plain_summary
from homejournal.domain.sentences.values import Measure
from homejournal.texts.day_page import capitalized
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording
from homejournal.ui.base.desk import Desk
from homejournal.ui.progress.cards.chart import ChartCard
from homejournal.ui.progress.cards.comparison import AroundCard, GroupsCard
from homejournal.ui.progress.cards.moments import FEW, CelebrationsCard
from homejournal.ui.progress.cards.more_detail import HowCounted, MoreCard
from homejournal.ui.progress.cards.strategy_rows import StrategyRows
from homejournal.ui.progress.counting_and_drawing import Counted, Way
from homejournal.ui.progress.export import ProgressOutput
from homejournal.ui.progress.shown import Shown
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.cards.notice import EmptyState
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.wrapping_labels import WrapLabel


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
