"""The keyboard’s place: kept while a part is built anew, scrolled to, moved in reading order."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any, cast
from weakref import ref

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFormLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from typing_extensions import override

from homejournal.ui.base.timers import one_shot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_NAME = "focusInSight"


class HasOverlay:
    """A part over which another one lies now and then, which is read in its place."""

    overlay: QWidget | None = None


def tab_as_read(part: QWidget) -> None:
    """Put all that takes the focus in order, in the whole page that a part stands in.

    The order is that of the layouts. To be called once something was made or takes the focus from
    now on, or before Tab moves on: Qt goes to parts in the order in which they were made (WCAG 2.2,
    criterion 2.4.3).

    Qt is not asked for its order: Qt for Python takes what `nextInFocusChain` returns for a part of
    what it was asked of, so that a dialog became a part of its own last button, and was freed as
    garbage while somebody typed in it.
    """
    stops = stops_as_read(part)
    leads = {stop: proxy for stop in stops if (proxy := stop.focusProxy()) is not None}
    order = tuple(_right_before_their_parts(stops, leads))
    quiet = [one for one in order if one.focusPolicy() == Qt.FocusPolicy.NoFocus]
    for lead in leads:
        lead.setFocusProxy(None)  # type: ignore[arg-type] # Qt's own stub forgets None
    for one in quiet:  # Qt moves nothing that takes no focus
        one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(order):
        QWidget.setTabOrder(before, after)
    for one in quiet:
        one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    for lead, proxy in leads.items():
        lead.setFocusProxy(proxy)


def _right_before_their_parts(
    stops: Sequence[QWidget], leads: Mapping[QWidget, QWidget]
) -> Iterator[QWidget]:
    """Yield the stops, each of those that lead to a part inside them right before that part.

    With Tab, Qt goes from there to that part, and would leave out what is read before it.
    """
    known, leading = set(stops), defaultdict(list)
    for lead, proxy in leads.items():
        leading[proxy].append(lead)

    def with_leads(stop: QWidget) -> Iterator[QWidget]:
        for lead in leading[stop]:
            yield from with_leads(lead)
            # Qt puts it before the first of its children, wherever that one is in the order.
            first = next((one for one in lead.children() if isinstance(one, QWidget)), None)
            if first is not None and first not in known:
                yield first
        yield stop

    for stop in stops:
        if leads.get(stop) not in known:
            yield from with_leads(stop)


def stop_before(part: QWidget) -> QWidget | None:
    """Return where the focus is before it comes to a part, as one reads; None at the beginning."""
    stops = stops_as_read(part)
    at = stops.index(part) if part in stops else 0
    return stops[at - 1] if at else None


def stops_as_read(part: QWidget) -> tuple[QWidget, ...]:
    """Return where the focus can be in the whole page that a part stands in, in reading order."""
    return tuple(_stops_of(_page_of(part)))


def _page_of(part: QWidget) -> QWidget:
    """Return what is scrolled together with a part, or the part itself outside of any page."""
    above: QWidget | None = part
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above or part


def _stops_of(widget: QWidget) -> Iterator[QWidget]:
    """Return where the focus can be in a widget, itself first; also what is hidden or disabled."""
    proxy = widget.focusProxy()
    if widget.isAncestorOf(proxy) if proxy is not None else widget.focusPolicy():
        yield widget
    if isinstance(widget, HasOverlay) and widget.overlay is not None:
        yield from _stops_of(widget.overlay)
    yield from _stops_inside(widget)


def _stops_inside(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        yield from _stops_of(inside) if inside is not None else ()
    elif isinstance(widget, QAbstractScrollArea):
        return
    elif (layout := widget.layout()) is not None:
        yield from _laid_out(layout)
    elif widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        for part in widget.children():  # it places its parts itself, in the order of making
            if isinstance(part, QWidget) and not part.isWindow():
                yield from _stops_of(part)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for part in _parts_in(layout):
        yield from _stops_of(part) if isinstance(part, QWidget) else _laid_out(part)


def widgets_in(layout: QLayout) -> list[QWidget]:
    """Return the widgets that a layout places, as one reads."""
    return [part for part in _parts_in(layout) if isinstance(part, QWidget)]


def _parts_in(layout: QLayout) -> list[QWidget | QLayout]:
    """Return what a layout places, as one reads.

    Qt is not asked for the layout's items: Qt for Python keeps what `itemAt` returns as long as the
    layout is there, and when a part is deleted, takes whatever comes to its item's address for it.
    """
    whole = layout.parentWidget()
    parts: list[QWidget | QLayout] = [*layout.findChildren(QLayout, options=_DIRECT)]
    parts += whole.findChildren(QWidget, options=_DIRECT) if whole is not None else ()
    places = [(_place_of(part, layout), part) for part in parts]
    return [part for place, part in sorted(places, key=itemgetter(0)) if min(place) >= 0]


def _place_of(part: QWidget | QLayout, layout: QLayout) -> tuple[int, int]:
    """Return where in a layout a part is: a form counts in the order of adding, not by rows."""
    if not isinstance(layout, QFormLayout):
        return (layout.indexOf(part), 0)
    asked: Any = layout  # its stubs tell of a number, but it answers with a row and a place in it
    ask = asked.getWidgetPosition if isinstance(part, QWidget) else asked.getLayoutPosition
    row, role = ask(part)
    return (row, role.value)


def has_focus_inside(part: QWidget) -> bool:
    """Return whether the focus of the part's window is in it, also while a dialog is in front."""
    return focus_inside(part) is not None


def focus_inside(part: QWidget) -> QWidget | None:
    """Return what has the focus of the part's window, if that is in the part."""
    focused = cast("QWidget | None", part.window().focusWidget())
    inside = focused is not None and (focused is part or part.isAncestorOf(focused))
    return focused if inside else None


def is_typed_in(part: QWidget) -> bool:
    """Return whether a text field of a part has the focus, so that it must not be rebuilt."""
    focused = cast("QWidget | None", part.window().focusWidget())
    return isinstance(focused, QLineEdit | QPlainTextEdit) and has_focus_inside(part)


def leave_field(part: QWidget) -> None:
    """Take the focus from a field inside a part, so that it writes down what was typed in it."""
    if has_focus_inside(part):
        part.window().focusWidget().clearFocus()


def go_on_in(field: QWidget) -> None:
    """Give a field the focus; a line is not selected whole, as the next letter would replace it."""
    cursor = field.cursorPosition() if isinstance(field, QLineEdit) else 0
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field, QLineEdit):
        field.setCursorPosition(cursor)


def show_focus(part: QWidget) -> None:
    """Scroll so that what has the focus in the part's window is in sight.

    Qt does so only while Tab stays in one area that scrolls (WCAG 2.2, criterion 2.4.11).
    """
    focused = cast("QWidget | None", part.window().focusWidget())
    if focused is not None:
        _scroll_to(focused)


def _nobody() -> None:
    """Return no widget, before any had the focus."""


class FocusInSight(QObject):
    """Scrolls to what a program from outside has given the focus, such as a screen reader.

    One for all windows, from `begin` on, and only while such a program listens: with keys and mouse
    nobody gets to what is out of sight, except by Tab, after which Qt scrolls.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_NAME)
        self._last: Callable[[], QWidget | None] = _nobody
        self._soon = one_shot(self, self._show)  # what has just been made has no place yet
        app.focusChanged.connect(self._on_focus)

    @classmethod
    def begin(cls) -> None:
        """Keep the focus in sight from now on."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and app.findChild(QObject, _NAME) is None:
            cls(app)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        # A window that comes to the front again has the focus where it was, and stays as it is.
        if now is None or now is self._last():
            return
        self._last = ref(now)
        if QAccessible.isActive():
            self._soon.start()

    def _show(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None:
            _scroll_to(focused)


_ALONE = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
)


class FirstKeyShows(QObject):
    """Scrolls to what has the focus once a key is pressed there: a page opens at its top."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        part.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() not in _ALONE and isinstance(watched, QWidget):  # type: ignore[attr-defined]
            show_focus(watched)
            self._rest(watched)
        elif event.type() == QEvent.Type.FocusOut:
            self._rest(watched)
        return False

    def _rest(self, watched: QObject) -> None:
        watched.removeEventFilter(self)
        self.deleteLater()


def show_part(part: QWidget) -> None:
    """Scroll so that a part that has the focus is in sight, and before all else what has it."""
    if has_focus_inside(part):
        _scroll_to(part)
        show_focus(part)


def _scroll_to(part: QWidget) -> None:
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part, 0, 0)
            _show_all(part, around)
        around = around.parentWidget()


def _show_all(part: QWidget, area: QScrollArea) -> None:
    """Scroll to all of a part that has room: of a field Qt shows only where the next letter goes.

    (QScrollArea::ensureWidgetVisible in Qt's sources.)
    """
    bar, room = area.verticalScrollBar(), area.viewport().height()
    if part.height() <= room:
        top = part.mapTo(area.viewport(), QPoint(0, 0)).y() + bar.value()
        bar.setValue(max(min(bar.value(), top), top + part.height() - room))
