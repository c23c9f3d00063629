"""All strategies of a child, one row each: its name as the way to more, and what it comes to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.sentences.allowed_sentences import days_headline
from homejournal.domain.sentences.values import Sentence
from homejournal.texts.day_page import capitalized
from homejournal.texts.sentences import say
from homejournal.texts.wording import Wording
from homejournal.ui.progress.counting_and_drawing import rates
from homejournal.ui.theme import paint_ground, px, set_look, tokens
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.roles import ToldAs, tell_as
from homejournal.ui.widgets.wrapping_labels import WrapLabel

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QPaintEvent


class StrategyRow(QWidget):
    """`wanted` carries the strategy that a person wants to look at closer."""

    wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.strategy: UUID | None = None
        self.open = WordButton()
        set_look(self.open, "name")
        self.open.setToolTip(wording.text("Look closer"))
        self.open.clicked.connect(self._on_open)
        self._sentence, self._days = WrapLabel(""), WrapLabel("", "small")
        in_column(FlowRow(self.open), self._sentence, self._days, gap=2, inside=self)
        self.setMinimumWidth(1)

    def title(self) -> str:
        """Return the name of the strategy."""
        return self.open.accessibleName()

    def show_back(self, back: LookBack, headline: Sentence) -> None:
        """Show a strategy as it was counted."""
        strategy = back.written.strategy
        self.strategy = strategy.id
        self.open.setText(strategy.name.replace("&", "&&"))
        self.open.setAccessibleName(strategy.name)
        days = capitalized(say(self._wording, days_headline(back)))
        told = capitalized(say(self._wording, headline))
        # Where nothing is rated or written there is one thing to say.
        told = told if rates(back) else days
        self._sentence.setText(told)
        self._days.setText(days)
        self._days.setVisible(days != told)
        self.open.setAccessibleDescription(". ".join(dict.fromkeys((told, days))))

    def _on_open(self) -> None:
        self.wanted.emit(self.strategy)

    @override
    def paintEvent(self, event: "QPaintEvent", /) -> None:
        """Draw a line above, which keeps it apart from the row before."""
        painter = QPainter(self)
        paint_ground(painter, QRectF(0, 0, self.width(), tokens().border).toRect(), "line")
        painter.end()


class StrategyRows(QFrame):
    """Keeps as many rows as there are strategies and fills them anew, so that nothing flickers."""

    wanted = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        set_look(self, "panel")
        tell_as(self, ToldAs.GROUP, wording.text("All strategies"))
        self._wording = wording
        self._rows: list[StrategyRow] = []
        side = px(20)
        self._column = in_column(edges=(side, px(8), side, px(14)), gap=8, inside=self)

    @property
    def rows(self) -> tuple[StrategyRow, ...]:
        """Return the rows from top to bottom."""
        return tuple(self._rows)

    def row_of(self, strategy: "UUID") -> StrategyRow | None:
        """Return the row of a strategy, if it has one."""
        return next((row for row in self._rows if row.strategy == strategy), None)

    def show_backs(self, backs: Sequence[LookBack], headlines: Sequence[Sentence]) -> None:
        """Show these strategies."""
        while len(self._rows) > len(backs):
            old = self._rows.pop()
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        while len(self._rows) < len(backs):
            row = StrategyRow(self._wording)
            row.wanted.connect(self.wanted)
            self._column.addWidget(row)
            self._rows.append(row)
        for row, back, headline in zip(self._rows, backs, headlines, strict=True):
            row.show_back(back, headline)
        self.setVisible(bool(backs))
