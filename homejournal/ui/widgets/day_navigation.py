"""Going from day to day: keys, arrows, the strip of a week, and the line after midnight."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.texts import day_page as said
from homejournal.ui.theme import (
    BODY,
    LEAST_TARGET,
    RADIUS,
    SMALL,
    paint_box,
    paint_ground,
    px,
    sized_font,
    tokens,
)
from homejournal.ui.widgets.button import icon_button
from homejournal.ui.widgets.layout.boxes import in_row
from homejournal.ui.widgets.wrapping_button import is_pressed_by_enter
from homejournal.ui.widgets.wrapping_labels import RowLabel, WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from homejournal.ui.base.desk import Desk


class DayStepper(QWidget):
    """The arrows stay beside the words, which take two lines where there is little room."""

    def __init__(self, before: QPushButton, words: RowLabel, after: QPushButton) -> None:
        super().__init__()
        in_row(before, words, after, gap=6, inside=self)


TODAY_KEY = "Alt+Home"


def take_day_keys(
    page: QWidget, back: Callable[[], None], on: Callable[[], None], direction: str
) -> None:
    """Let the keys call `back` and `on`; read from the right ("rtl"), the left arrow goes on."""
    # Shortcuts, because a scroll area or table would take the arrow keys for itself.
    keys = ("Alt+Left", "Alt+Right")
    if direction == "rtl":
        keys = keys[::-1]
    for key, step in zip(keys, (back, on), strict=True):
        _take(page, key, step)


def take_today_key(page: QWidget, today: Callable[[], None]) -> None:
    """Let Alt and Home call `today` wherever on the page the focus is."""
    _take(page, TODAY_KEY, today)


def _take(page: QWidget, key: str, does: Callable[[], None]) -> None:
    shortcut = QShortcut(QKeySequence(key), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(does)


_GAP = 12
"""So far apart the names of two days stand at least, in pixels at 100 %."""
_NARROWEST = 24
_BETWEEN = 4


class DaySign(Enum):
    """What a day's mark says; each has a shape of its own, so color is never needed."""

    DID_IT = "a filled dot"
    NOT_TODAY = "a dash"
    LEFT_OUT = "a small square"
    NOT_WRITTEN = "an empty ring"
    NOT_PLANNED = "nothing"
    USED_ANYWAY = "a filled diamond"


@dataclass(frozen=True, slots=True)
class StripDay:
    """One day of the strip: its short name and number, its mark, and how it is read aloud."""

    day: date
    name: str
    number: str
    mark: DaySign
    spoken: str
    is_today: bool = False


class DayButton(QAbstractButton):
    """One day, painted; the day that is open is filled and framed."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.shown: StripDay | None = None
        self._open = self._short = False

    def show_day(self, shown: StripDay, *, is_open: bool) -> None:
        """Show a day; ``is_open`` when the page shows this day."""
        self.shown = shown
        self._open = is_open
        self.setAccessibleName(shown.spoken)
        self.setEnabled(True)
        self.update()

    def set_short(self, short: bool) -> None:  # noqa: FBT001
        """Show the name of the day in the one or two letters of a calendar, or whole."""
        if short != self._short:
            self._short = short
            self.update()

    def wide_name(self) -> int:
        """Return how wide the whole name of the day is, in pixels."""
        name = self.shown.name if self.shown else ""
        return QFontMetrics(self._small()).horizontalAdvance(name)

    @override
    def sizeHint(self) -> QSize:
        small, plain = QFontMetrics(self._small()), QFontMetrics(self._number_font(strong=True))
        number = plain.horizontalAdvance(self.shown.number) if self.shown else 0
        width = max(self.wide_name() + px(_GAP), number + px(6))
        height = small.height() + plain.height() + px(24)
        return QSize(max(LEAST_TARGET, px(34), width), max(px(44), height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(_NARROWEST), self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.stepped.emit(1 if (event.key() == Qt.Key.Key_Right) != mirrored else -1)
        elif not is_pressed_by_enter(self, event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self.shown is None:
            return
        painter = QPainter(self)
        line = "focus" if self.hasFocus() else ("accent" if self._open else "")
        fill = "accent_soft" if self._open else ("surface2" if self.underMouse() else "")
        paint_box(painter, QRectF(self.rect()), fill, line, (2, RADIUS))
        ink = "accent" if self._open else "text"
        small = QFontMetrics(self._small()).height()
        number = QFontMetrics(self._number_font(strong=True)).height()
        self._paint_text(painter, self.shown, ink, (small, number))
        middle = QPointF(self.width() / 2, px(4) + small + number + px(9))
        paint_mark(painter, self.shown.mark, middle, ink)
        painter.end()

    def _paint_text(
        self, painter: QPainter, shown: StripDay, ink: str, heights: tuple[int, int]
    ) -> None:
        small, number = heights
        painter.setFont(self._small())
        painter.setPen(QColor(tokens().colour(ink if self._open else "muted")))
        top = px(4)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRect(0, top, self.width(), small), middle, self._name(shown))
        painter.setFont(self._number_font(strong=self._open or shown.is_today))
        painter.setPen(QColor(tokens().colour(ink)))
        place = QRect(0, top + small, self.width(), number)
        painter.drawText(place, middle, shown.number)
        if shown.is_today:
            width = painter.fontMetrics().horizontalAdvance(shown.number)
            left, foot = (self.width() - width) / 2, top + small + number - px(1)
            paint_ground(painter, QRectF(left, foot, width, max(2, px(2))), "accent")

    def _name(self, shown: StripDay) -> str:
        if not self._short:
            return shown.name
        return self.locale().dayName(shown.day.isoweekday(), QLocale.FormatType.NarrowFormat)

    @staticmethod
    def _small() -> QFont:
        return sized_font(SMALL)

    @staticmethod
    def _number_font(*, strong: bool) -> QFont:
        return sized_font(BODY, strong=strong)


def paint_mark(painter: QPainter, mark: DaySign, middle: QPointF, ink: str) -> None:
    """Paint the shape of a mark around a point."""
    colour = QColor(tokens().colour(ink))
    radius = px(8) / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.5, px(3) / 2)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark is DaySign.DID_IT:
        painter.setBrush(colour)
        painter.drawEllipse(middle, radius, radius)
    elif mark is DaySign.NOT_TODAY:
        painter.drawLine(middle - QPointF(radius, 0), middle + QPointF(radius, 0))
    elif mark is DaySign.LEFT_OUT:
        side = radius * 0.85
        painter.drawRect(QRectF(middle.x() - side, middle.y() - side, 2 * side, 2 * side))
    elif mark is DaySign.USED_ANYWAY:
        painter.setBrush(colour)
        corners = ((0, -radius), (radius, 0), (0, radius), (-radius, 0))
        painter.drawPolygon([middle + QPointF(*corner) for corner in corners])
    elif mark is DaySign.NOT_WRITTEN:
        painter.setPen(QPen(QColor(tokens().control), max(1.0, px(1))))
        painter.drawEllipse(middle, radius, radius)


class WeekStrip(QWidget):
    """A week to choose a day from; the arrows at its ends ask for the week before and after.

    In a narrow window the days keep the room of the arrows, and show less of their names.

    ``open_text`` describes the open day to people who listen ("open now").
    """

    chosen = Signal(object)
    earlier = Signal()
    later = Signal()

    def __init__(
        self, earlier: str, later: str, open_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._open_text = open_text
        self._earlier = icon_button("chevron-left", earlier, self)
        self._later = icon_button("chevron-right", later, self)
        self._earlier.clicked.connect(self.earlier)
        self._later.clicked.connect(self.later)
        self._days = [DayButton(self) for _ in range(7)]
        row = in_row(inside=self)
        row.setSpacing(_BETWEEN)
        row.addWidget(self._earlier)
        for button in self._days:
            button.clicked.connect(self._on_clicked)
            button.stepped.connect(self._on_stepped)
            row.addWidget(button, 1)
        row.addWidget(self._later)

    def set_days(self, days: Sequence[StripDay], current: date) -> None:
        """Show seven days, of which one is open."""
        for button, shown in zip(self._days, days, strict=True):
            is_open = shown.day == current
            button.show_day(shown, is_open=is_open)
            button.setAccessibleDescription(self._open_text if is_open else "")
        self.updateGeometry()
        if self.isVisible():
            self._share()

    def set_later_possible(self, possible: bool) -> None:  # noqa: FBT001
        self._later.setEnabled(possible)

    @property
    def day_buttons(self) -> Sequence[DayButton]:
        """The seven buttons from the first day on."""
        return tuple(self._days)

    @override
    def sizeHint(self) -> QSize:
        """Ask for room for all, whatever is left out now; the days are equally wide."""
        days = [day.sizeHint() for day in self._days]
        wide = len(days) * max(day.width() for day in days)
        wide += 2 * self._earlier.sizeHint().width() + _BETWEEN * (len(days) + 1)
        return QSize(wide, max(day.height() for day in days))

    @override
    def minimumSizeHint(self) -> QSize:
        days = [day.minimumSizeHint() for day in self._days]
        wide = sum(day.width() for day in days) + _BETWEEN * (len(days) - 1)
        return QSize(wide, max(day.height() for day in days))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Leave out the arrows, and then letters of the names, where there is no room for all."""
        many, arrow = len(self._days), self._earlier.sizeHint().width() + _BETWEEN
        room = self.width() - _BETWEEN * (many - 1)
        with_arrows = room - 2 * arrow >= many * max(LEAST_TARGET, px(34))
        for button in (self._earlier, self._later):
            button.setVisible(with_arrows)
        each = (room - 2 * arrow if with_arrows else room) // many
        short = any(day.wide_name() + px(_BETWEEN) > each for day in self._days)
        for day in self._days:
            day.set_short(short)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, DayButton) and button.shown is not None:
            self.chosen.emit(button.shown.day)

    def _on_stepped(self, step: int) -> None:
        button = self.sender()
        if isinstance(button, DayButton):
            at = self._days.index(button) + step
            if 0 <= at < len(self._days):
                self._days[at].setFocus(Qt.FocusReason.TabFocusReason)


_MINUTE_MS = 60_000


class LateLine(WrapLabel):
    """Says that the family's day goes on after midnight; at all other times it is not there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("", "muted")
        self._desk = desk
        self._day: date | None = None
        self.hide()
        # The window may stay open past midnight, where the family's day does not turn.
        self._clock = QTimer(self)
        self._clock.setInterval(_MINUTE_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def show_day(self, day: date) -> None:
        """Say it of the day that is shown, which is the family's today or another day."""
        self._day = day
        self.look()

    def look(self) -> None:
        journal, day = self._desk.journal, self._day
        late = day is not None and day == self._desk.today() and journal.is_after_midnight()
        if late and day is not None:
            day_end = journal.settings.day_end
            self.setText(said.after_midnight(self._desk.wording, day, day_end))
        self.setVisible(late)
