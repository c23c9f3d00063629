"""The page itself, to work on: a click on a line leaves it out or brings it back.

Where the lines are comes from Typst. What was left out stays in sight as a ghost on free room of
the picture, near where it was. Nothing of that is in the paper.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QFontMetrics, QImage
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from homejournal.domain.papers.printed_sheets import Paper
from homejournal.reports.typesetting import LineOnSheet
from homejournal.texts.wording import Wording, short_name
from homejournal.ui.kit.paper_preview import PagePreview, Sheet
from homejournal.ui.theme import FINE, px, sized_font
from homejournal.ui.visits.page.free_room import Room
from homejournal.ui.visits.page.page_lines import LineTick, LineTip, MoreChip, paper_inks, put_over
from homejournal.ui.widgets.layout.boxes import let_go
from homejournal.ui.widgets.layout.focus import show_focus

_WIDEST = 860
_MM_WIDE = {Paper.LETTER: 215.9, Paper.A4: 210.0}
_LEAST_GHOST = 96
_ROW_MM, _LEAST_BOX, _MOST_BOX = 4.6, 11, 15
_HEADING_MM = 8.0
_EDGE_MM = 12.0
"""So far from the edge of a sheet ends a line that goes on over it."""
_MOST_TOLD = 32
_MOST_GHOSTS = 3
"""So many lines of a group stay in sight once they are left out; "+ 12 more" counts the others."""


class OfferedLine(NamedTuple):
    """What can be on the page: its key, whether it is wanted, and where it belongs.

    `group` is the name of its part, or the key of the line in which it is.
    """

    key: str
    on: bool
    group: str


def _empty_sheet(words: str) -> Sheet:
    """Return what stands there until the first picture does."""
    sheet, inks = Sheet(), paper_inks()
    sheet.setText(words)
    sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
    sheet.setStyleSheet(f"background: {inks.surface}; color: {inks.muted}")
    sheet.setMinimumHeight(px(360))
    return sheet


Place = tuple[int, QRect]
"""A sheet, and where on it, in pixels of the window."""


class LivePage(PagePreview):
    """`turned` carries the key of a line and whether it is wanted on the page.

    `more_wanted` carries the group of lines whose rest somebody wants to see.
    """

    turned = Signal(str, bool)
    more_wanted = Signal(str)

    def __init__(self, wording: Wording, said: Callable[[str], str], parent: QWidget) -> None:
        """Make it; `said` answers with the words of a line, by its key."""
        super().__init__(wording, parent)
        self._said = said
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._paper = Paper.LETTER
        self._lines: tuple[LineOnSheet, ...] = ()
        self._offered: tuple[OfferedLine, ...] = ()
        self._ghosts: frozenset[str] = frozenset()
        self._rooms: list[Room] = []
        self._known: dict[str, Place] = {}
        self.ticks: dict[str, LineTick] = {}
        self.chips: dict[str, MoreChip] = {}
        self._tip = LineTip(self.body)
        self._rests_at: QPoint | None = None
        self._skeleton = _empty_sheet(wording.text("The page is being drawn…"))
        self._column.insertWidget(0, self._skeleton)
        self.body.setMaximumWidth(px(_WIDEST))

    def show_lines(self, offered: Sequence[OfferedLine], left_out: Sequence[str]) -> None:
        """Offer these lines; of each group the last ones that were left out are shown as ghosts.

        Where each is comes with the next picture; until then it is turned where it is.
        """
        self._offered = tuple(offered)
        self._ghosts = self._last_of_each_group(left_out)
        for one in self._offered:
            if one.key in self.ticks:
                self.ticks[one.key].show_line(self._said(one.key), on=one.on)
        self._drop_what_is_not_in(set(self.ticks))
        self._tell()

    def _last_of_each_group(self, left_out: Sequence[str]) -> frozenset[str]:
        groups = {one.key: one.group for one in self._offered}
        many: Counter[str] = Counter()
        found = set()
        for key in reversed(left_out):
            if key in groups and many[groups[key]] < _MOST_GHOSTS:
                many[groups[key]] += 1
                found.add(key)
        return frozenset(found)

    def show_page(
        self, sheets: Sequence[QImage], text: str, lines: Sequence[LineOnSheet], paper: Paper
    ) -> None:
        """Show the pictures of a page, with the places of its lines on them."""
        self._lines, self._paper = tuple(lines), paper
        self._skeleton.hide()
        self.show_sheets(sheets, text)

    @override
    def _fit(self) -> None:
        super()._fit()
        self._place()

    @override
    def _width(self) -> int:
        return min(super()._width(), px(_WIDEST) - 2)

    @property
    def _mm(self) -> float:
        """How many pixels a millimeter of the paper has here."""
        return self._width() / _MM_WIDE[self._paper]

    @property
    def _box(self) -> int:
        """How large the boxes are: as high as a row of print, but seen well."""
        return max(_LEAST_BOX, min(px(_MOST_BOX), round(_ROW_MM * self._mm)))

    def _place(self) -> None:
        """Lay every line, chip and ghost over its sheet as it is shown now."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._rooms = [
            Room(label.pixmap(), self._mm, from_right=mirrored) for label, _ in self._sheets
        ]
        drawn = self._drawn()
        places = {key: parts[0] for key, parts in drawn.items()}
        self._known |= places
        self._drop_what_is_not_in({*places, *self._ghosts})
        for one in self._offered:
            if one.key in drawn:
                self._put_line(one, drawn[one.key])
        self._put_chips(places)
        for one in self._offered:
            if one.key in self._ghosts and one.key not in places:
                self._put_ghost(one, places)
        self._order()
        self._let_pointer_rest()

    def _drawn(self) -> dict[str, list[Place]]:
        """Return the lines that can be turned, each with its part on each of its sheets."""
        offered, mm = {one.key for one in self._offered}, self._mm
        edge = _EDGE_MM * mm
        found: dict[str, list[Place]] = {}
        for line in self._lines:
            if line.key not in offered or line.sheet >= len(self._sheets):
                continue
            high = self._sheets[line.sheet][0].pixmap().deviceIndependentSize().height()
            top, bottom = max(line.top * mm, edge), min(line.bottom * mm, high - edge)
            corners = (line.left * mm, top, line.right * mm, bottom)
            left, upper, right, lower = (round(one) + 1 for one in corners)
            place = line.sheet, QRect(QPoint(left, upper), QPoint(right, lower))
            found.setdefault(line.key, []).append(place)
        return found

    def _drop_what_is_not_in(self, wanted: set[str]) -> None:
        offered = {one.key for one in self._offered}
        for key in [key for key in self.ticks if key not in wanted & offered]:
            for part in self.ticks.pop(key).parts:
                let_go(part)

    def _put_line(self, one: OfferedLine, parts: Sequence[Place]) -> None:
        pad = px(3)
        (sheet, line), *rest = parts
        box = self._rooms[sheet].box_beside(line, self._box)
        tick = self._tick(one, sheet)
        tick.put(line.adjusted(-pad, -pad, pad, pad), box)
        tick.go_on_over([(self._sheets[other][0], place) for other, place in rest])

    def _put_ghost(self, one: OfferedLine, places: Mapping[str, Place]) -> None:
        sheet, near = self._anchor(one, places) or (0, QRect())
        tick = self._tick(one, sheet)
        side = self._box
        high = max(QFontMetrics(sized_font(FINE)).height(), side) + px(2)
        room = self._rooms[sheet]
        ghost = QRect() if near.isNull() else room.ghost_near(near, QSize(px(_LEAST_GHOST), high))
        box = QRect(ghost.left() + (high - side) // 2, ghost.top() + (high - side) // 2, side, side)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveLeft(ghost.left() + ghost.right() + 1 - side - box.left())
        tick.put(ghost, box)
        tick.go_on_over(())
        tick.setVisible(not ghost.isEmpty())

    def _anchor(self, one: OfferedLine, places: Mapping[str, Place]) -> Place | None:
        """Return where a ghost would be now: under the line before it in its group."""
        mine = [other.key for other in self._offered if other.group == one.group]
        at = mine.index(one.key)
        for key in reversed(mine[:at]):
            if key in places:
                sheet, line = places[key]
                return sheet, QRect(line.left(), line.bottom() + 1, line.width(), 1)
        following = next((places[key] for key in mine[at:] if key in places), None)
        known = following or self._known.get(one.key)
        return known if known is not None and known[0] < len(self._sheets) else None

    def _tick(self, one: OfferedLine, sheet: int) -> LineTick:
        """Return the box of a line, on its sheet."""
        tick = self.ticks.get(one.key)
        if tick is None:
            tick = self.ticks[one.key] = LineTick(one.key, self._sheets[sheet][0])
            tick.toggled.connect(self._on_toggled)
            tick.walked.connect(self._on_walked)
            tick.pointed.connect(self._on_pointed)
            tick.keyed.connect(self._let_pointer_rest)
        tick.show_line(self._said(one.key), on=one.on)
        put_over(tick, self._sheets[sheet][0])
        return tick

    def _put_chips(self, places: Mapping[str, Place]) -> None:
        """Put "+ 12 more" beside the heading of each group that is on the page, where it fits."""
        waiting = [one for one in self._offered if not one.on and one.key not in self._ghosts]
        more = Counter(one.group for one in waiting if one.key not in places)
        begin = {one.group: places[one.key] for one in reversed(self._offered) if one.key in places}
        begin |= {group: places[group] for group in more if group in places}
        for group in self.chips.keys() - (more.keys() & begin.keys()):
            let_go(self.chips.pop(group))
        for group in more:
            if group in begin:
                self._put_chip(group, more[group], begin[group])

    def _put_chip(self, group: str, many: int, place: Place) -> None:
        sheet, line = place
        chip = self.chips.get(group)
        if chip is None:
            chip = self.chips[group] = MoreChip(group, self._sheets[sheet][0])
            chip.clicked.connect(self._on_more)
            chip.walked.connect(self._on_walked)
        words = self._wording.count("+ {n} more", "+ {n} more", many)
        chip.say(words, self._wording.text("Show what else can be here"))
        heading = round(_HEADING_MM * self._mm)
        row = QRect(line.left(), line.top() - heading, line.width(), heading)
        put_over(chip, self._sheets[sheet][0])
        room, size = self._rooms[sheet], chip.sizeHint()
        has_others = group in self.ticks
        free = room.chip_under(line, size) if has_others else room.chip_in(row, size)
        chip.setGeometry(free)
        chip.setVisible(not free.isEmpty())

    def stops(self) -> list[QAbstractButton]:
        """Return what arrows walk through, in the order in which the page is read."""
        keys = {one.key: place for place, one in enumerate(self._offered)}
        groups = {one.group: keys[one.key] for one in reversed(self._offered)}
        found: list[tuple[float, QAbstractButton]] = [
            (keys[key], tick) for key, tick in self.ticks.items() if not tick.isHidden()
        ]
        found += [
            (groups[group] - 0.5, chip)
            for group, chip in self.chips.items()
            if not chip.isHidden() and group in groups
        ]
        return [stop for _, stop in sorted(found, key=lambda one: one[0])]

    def _order(self) -> None:
        """Let Tab stop once on the page: where the focus is, or at the first line."""
        stops = self.stops()
        for before, after in pairwise((self, *stops)):
            QWidget.setTabOrder(before, after)
        self._stop_at(next((stop for stop in stops if stop.hasFocus()), None))

    def _stop_at(self, wanted: QAbstractButton | None) -> None:
        stops = self.stops()
        held = [one for one in stops if one.focusPolicy() == Qt.FocusPolicy.StrongFocus]
        wanted = wanted or next(iter(held), None) or next(iter(stops), None)
        for stop in stops:
            stop.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if stop is wanted else Qt.FocusPolicy.ClickFocus
            )

    def _on_walked(self, steps: int) -> None:
        stops, sender = self.stops(), self.sender()
        here = next((n for n, stop in enumerate(stops) if stop is sender), 0)
        following = stops[max(0, min(len(stops) - 1, here + steps))]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        show_focus(following)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        tick = self.sender()
        if isinstance(tick, LineTick):
            self._let_pointer_rest()
            self.turned.emit(tick.key, on)

    def _on_more(self) -> None:
        chip = self.sender()
        if isinstance(chip, MoreChip):
            self.more_wanted.emit(chip.of_group)

    def _let_pointer_rest(self) -> None:
        """Let the pointer mean nothing until it moves: another line may be under it by now."""
        self._rests_at = QCursor.pos()
        self._tell()

    def _on_pointed(self) -> None:
        """Tell, unless the pointer only moves on over the line that is framed already."""
        tick, moves_on = self.sender(), self._rests_at is None
        if not (isinstance(tick, LineTick) and tick.is_marked and moves_on and tick.underMouse()):
            self._tell()

    def _pointed(self) -> QWidget | None:
        """Return what the pointer is on, if it has moved since the lines last did."""
        view = self.viewport()
        if QCursor.pos() == self._rests_at or not view.underMouse():
            return None
        self._rests_at = None
        return view.childAt(view.mapFromGlobal(QCursor.pos()))

    def _tell(self) -> None:
        """Frame one line, and say there what a click or a key will do.

        It is the line that has the pointer, or else that which the keys or a finger chose.
        """
        ticks = [tick for tick in self.ticks.values() if tick.isVisible()]
        focused = next((tick for tick in ticks if tick.hasFocus()), None)
        if focused is not None:
            self._stop_at(focused)
        chosen = (tick for tick in ticks if tick.has_keys or tick.is_chosen_by_touch)
        under = self._pointed()
        tick = next((tick for tick in ticks if under in tick.parts), next(chosen, None))
        for one in ticks:
            one.mark(one is tick)
        if tick is None:
            self._tip.hide()
            return
        by_pointer = under in tick.parts
        part = under if under is not None and by_pointer else tick
        top_left = part.mapTo(self.body, QPoint(0, 0))
        words = self._deed(tick, by_pointer=by_pointer)
        if not tick.isChecked() or any(one.group == tick.key for one in self._offered):
            words = self._wording.line_of((words, short_name(tick.text_told(), _MOST_TOLD)))
        self._tip.say_at(words, QRect(top_left, part.size()), self.body.rect())

    @override
    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        self._tell()

    def _deed(self, tick: LineTick, *, by_pointer: bool) -> str:
        text = self._wording.text
        if tick.is_chosen_by_touch:
            again = text("Tap again: leave out"), text("Tap again: bring back")
            return again[not tick.isChecked()]
        if not by_pointer:
            return text("Space: leave out") if tick.isChecked() else text("Space: bring back")
        return text("Click: leave out") if tick.isChecked() else text("Click: bring back")
