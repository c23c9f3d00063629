"""Tab goes through a page as one reads it, also through what was made later than the rest."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFormLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROLES = (QFormLayout.ItemRole.LabelRole, QFormLayout.ItemRole.FieldRole)
"""The two places of a row; what spans both is the second."""


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
    for item in _items(layout) if layout else ():
        widget = item.widget()
        yield from _stops_of(widget) if widget is not None else _laid_out(item.layout())


def _items(layout: QLayout) -> Iterator[QLayoutItem]:
    """Yield what a layout places, of a form row by row: it counts in the order of adding."""
    if isinstance(layout, QFormLayout):
        places = ((row, role) for row in range(layout.rowCount()) for role in _ROLES)
        items = [layout.itemAt(*place) for place in places]
    else:
        items = [layout.itemAt(place) for place in range(layout.count())]
    yield from (item for item in items if item is not None)
