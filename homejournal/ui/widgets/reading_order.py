"""Tab goes through a page as one reads it, also through what was made later than the rest."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary, ref

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARRANGED: WeakKeyDictionary[QWidget, tuple[ref[QWidget], ...]] = WeakKeyDictionary()
"""The order in which Tab goes through each page. Qt is not asked: Qt for Python takes what
`nextInFocusChain` returns for a part of what it was asked of, so that a dialog became a part of its
own last button, and was freed as garbage while somebody typed in it."""


def tab_as_read(part: QWidget) -> None:
    """Put all that takes the focus in order, in the whole page that a part stands in.

    The order is that of the layouts. To be called once something was made or takes the focus from
    now on: Qt goes to parts in the order in which they were made (WCAG 2.2, criterion 2.4.3).
    """
    stops = stops_as_read(part)
    leads = [(one, proxy) for one in stops if (proxy := one.focusProxy()) is not None]
    # What leads to a part inside it is a stop too, but Qt moves no part that itself takes no focus.
    for stop, _ in leads:
        stop.setFocusProxy(None)  # type: ignore[arg-type] # Qt's own stub forgets None
        stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
    for stop, proxy in leads:
        stop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stop.setFocusProxy(proxy)


def keep_as_read(part: QWidget) -> None:
    """Put all that takes the focus in order where it is not; to be called before Tab moves on."""
    stops = stops_as_read(part)
    arranged = tuple(map(ref, stops))
    page = _page_of(part)
    if stops and _ARRANGED.get(page) != arranged:
        tab_as_read(part)
        _ARRANGED[page] = arranged


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


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    items = (layout.itemAt(place) for place in range(layout.count())) if layout else ()
    for item in items:
        if item is None:
            continue
        widget = item.widget()
        yield from _stops_of(widget) if widget is not None else _laid_out(item.layout())
