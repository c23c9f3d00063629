"""What a person meets on a page: buttons, words of ours, and how often the page must be scrolled.

The family's own words do not count. In the example family each of them is marked with a sign that
has no width; words are then read from what a page paints, whatever kind of widget paints them.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QPaintDevice, QPaintEngine, QPainterPath, QTextItem
from PySide6.QtWidgets import QAbstractButton, QComboBox, QScrollArea, QTabBar, QWidget
from typing_extensions import override

from homejournal.resources import resource
from homejournal.services.family_journal import FamilyJournal
from homejournal.services.opening import create_journal, in_words
from homejournal.ui.widgets.day_navigation import WeekStrip
from homejournal.ui.widgets.line_buttons import SecondLine

MARK = "\N{WORD JOINER}"
_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")
_DOTS_AN_INCH, _DEPTH, _FIXED_POINT = 96, 32, 0x10000
_HAIR = 1.0
"""Two runs of letters this near to each other, in pixels, belong to one word."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What was counted on one page in a window of one size."""

    page: str
    size: str
    buttons: int
    all_buttons: int
    words: int
    all_words: int
    screens: float
    """How many times as tall as the window's page it is; long lists that scroll do not count."""


def marked(words: str) -> str:
    """Return a person's words with a sign before each, by which they are known again."""
    return _WORD.sub(lambda found: MARK + found[0], words)


def marked_family(folder: Path, **made: object) -> FamilyJournal:
    """Make the journal of the example family with all of its words marked."""
    told = json.loads(resource("example", "family.json").read_text(encoding="utf-8"))
    journal = create_journal(folder, example=True, **made)  # type: ignore[arg-type]
    said = in_words(told, marked)
    for named in (*said["children"], *said["team"]):  # type: ignore[misc]
        named["name"] = marked(named["name"])  # which is the same in each language of the example
    journal.files.import_json(json.dumps(said).encode())
    return journal


def measure(page: QWidget, name: str, size: str) -> Measure:
    """Count what is on a page that is shown."""
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    below = sum(words_of_ours(one.widget()) - words_of_ours(one.viewport()) for one in areas)
    words, scrolled = words_of_ours(page), max((_scrolled(area) for area in areas), default=0)
    return Measure(
        name,
        size,
        buttons(page, in_sight=True),
        buttons(page),
        words,
        words + below,
        round(1 + scrolled / max(1, page.height()), 1),
    )


def _scrolled(area: QScrollArea) -> int:
    return area.verticalScrollBar().maximum()


def buttons(page: QWidget, *, in_sight: bool = False) -> int:
    """Count what can be pressed; a group of which one is chosen, and a week strip, count as one.

    Fields are none, nor is the line of a row that becomes the field of its note.
    """
    things: set[object] = set()
    for kind in (QAbstractButton, QComboBox, QTabBar):
        for one in page.findChildren(kind):
            out_of_sight = in_sight and one.visibleRegion().isEmpty()
            if one.isVisible() and not out_of_sight and not isinstance(one, SecondLine):
                things.add(_counted_as(one, page))
    return len(things)


def _counted_as(one: QWidget, page: QWidget) -> object:
    """Return what a button counts as: itself, or what it is a part of."""
    group = one.group() if isinstance(one, QAbstractButton) else None
    if group is not None and group.exclusive():
        return group
    around = one.parentWidget()
    while around is not None and around is not page:
        if isinstance(around, (WeekStrip, QComboBox, QTabBar)):
            return around
        around = around.parentWidget()
    return one


def words_of_ours(widget: QWidget | None) -> int:
    """Count the words that a widget paints and that are not marked.

    A single letter is none: it is the "M" over a Monday, or the answer in a box.
    """
    words = (word for line in (painted(widget) if widget else ()) for word in line.split())
    return sum(1 for word in words if len(_LETTER.findall(word)) > 1 and MARK not in word)


def painted(widget: QWidget) -> list[str]:
    """Return the pieces of text that a widget and all in it paint, within its own edges."""
    paper = _Paper(widget.width(), widget.height())
    widget.render(paper, QPoint(0, 0))
    return paper.reader.lines


class _Paper(QPaintDevice):
    """Something to paint on that keeps the words alone."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.reader = _Reader(QRectF(0, 0, width, height))
        metric = QPaintDevice.PaintDeviceMetric
        inch = (metric.PdmDpiX, metric.PdmDpiY, metric.PdmPhysicalDpiX, metric.PdmPhysicalDpiY)
        self._measures = {
            **dict.fromkeys(inch, _DOTS_AN_INCH),
            metric.PdmWidth: width,
            metric.PdmHeight: height,
            metric.PdmDepth: _DEPTH,
            metric.PdmDevicePixelRatio: 1,
            metric.PdmDevicePixelRatioScaled: _FIXED_POINT,
        }

    @override
    def paintEngine(self) -> QPaintEngine:
        return self.reader

    @override
    def metric(self, metric: QPaintDevice.PaintDeviceMetric, /) -> int:
        return self._measures.get(metric, 0)


class _Reader(QPaintEngine):
    """Keeps what is painted as text inside of a room, and lets all else pass."""

    def __init__(self, room: QRectF) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.lines: list[str] = []
        self._room = room
        self._end = QPointF(-1, -1)

    @override
    def begin(self, _device: QPaintDevice, /) -> bool:
        return True

    @override
    def end(self) -> bool:
        return True

    @override
    def updateState(self, _state: object, /) -> None:
        pass

    @override
    def drawPixmap(self, *_painted: object) -> None:
        pass

    @override
    def drawPath(self, _path: object, /) -> None:
        pass

    @override
    def drawPolygon(self, *_painted: object) -> None:
        pass

    @override
    def drawTextItem(self, at: QPointF | QPoint | QPainterPath.Element, item: QTextItem, /) -> None:
        """Add a run of letters; a word may come in several, such as one with a line under it."""
        start = self.painter().combinedTransform().map(QPointF(at))  # type: ignore[arg-type]
        if not self._room.contains(start):
            return
        away = start - self._end
        if self.lines and abs(away.x()) < _HAIR and abs(away.y()) < _HAIR:
            self.lines[-1] += item.text()
        else:
            self.lines.append(item.text())
        self._end = start + QPointF(item.width(), 0)

    @override
    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User


def table(rows: Sequence[Measure]) -> str:
    """Return the measures as a table of plain text."""
    head = ("page", "window", "buttons in sight", "in all", "words in sight", "in all", "screens")
    cells = [[str(cell) for cell in astuple(one)] for one in rows]
    widths = [max(len(row[at]) for row in [list(head), *cells]) for at in range(len(head))]
    return "\n".join(
        "  ".join(
            text.ljust(wide) if at < 2 else text.rjust(wide)
            for at, (text, wide) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in (head, *cells)
    )
