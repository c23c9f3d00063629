"""The button with the child whose journal is open, and the way to the other children."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFontMetrics, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.texts.wording import Wording, short_name
from homejournal.ui.theme import (
    LEAST_TARGET,
    RADIUS,
    SMALL,
    child_pixmap,
    paint_box,
    px,
    sized_font,
    tokens,
)
from homejournal.ui.widgets.roles import ToldAs, tell_as
from homejournal.ui.widgets.wrapping_labels import elided, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from uuid import UUID

    from homejournal.domain.records.children import Child


# A painter turns "left" round by itself where the window reads from right to left.
_BESIDE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_UNDER = int(Qt.AlignmentFlag.AlignCenter)
_BADGE = 24
_SHOWN_NAME = 60
_MOST_IN_MENU = 12


class ChildButton(QAbstractButton):
    """The child whose journal is open, with a round first letter; a long name is shortened.

    The name is beside the letter, or small under it; only where the places are bare there is none.
    """

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrow = self.tight = self.bare = False
        self.name = self._letter = ""
        self.picture: QImage | None = None
        """A square photo, shown in the place of the letter."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_child(name, spoken)

    def set_child(self, name: str, spoken: str, *, letter: str = "") -> None:
        """Show a child; ``spoken`` is what the button is called.

        ``letter`` stands in its circle where the name does not begin with it.
        """
        self.name, self._letter = name, letter or name[:1]
        self.setAccessibleName(spoken)
        self.setToolTip(plain(name[:2000]))
        self.update()

    def set_form(self, *, narrow: bool, tight: bool, bare: bool) -> None:
        """Choose the form that the pages have."""
        self.narrow, self.tight, self.bare = narrow, tight, bare
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        if not self.narrow:
            return QSize(px(120), max(px(44), self.fontMetrics().height() + px(12)))
        if self.bare or self.tight:
            high = max(LEAST_TARGET, px(32 if self.tight else 44))
            return QSize(px(44 if self.bare else 56), high)
        return QSize(px(56), px(_BADGE + 14) + QFontMetrics(sized_font(SMALL)).height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self.narrow else QSize(px(56), self.sizeHint().height())

    @override
    def paintEvent(self, event: "QPaintEvent", /) -> None:
        painter = QPainter(self)
        focused = self.hasFocus()
        line = "focus" if focused else "control"
        width = tokens().border + (1 if focused else 0)
        fill = "surface2" if self.underMouse() else "surface"
        paint_box(painter, QRectF(self.rect()), fill, line, (width, RADIUS))
        ratio = self.devicePixelRatioF()
        badge = child_pixmap(self._letter.upper(), _BADGE, ratio=ratio, photo=self.picture)
        size = px(_BADGE)
        if self.bare:
            painter.drawPixmap(
                QPointF((self.width() - size) / 2, (self.height() - size) / 2), badge
            )
        elif self.narrow and not self.tight:
            painter.drawPixmap(QPointF((self.width() - size) / 2, px(6)), badge)
            self._paint_name(
                painter, self.rect().adjusted(px(4), px(8) + size, -px(4), -px(4)), _UNDER
            )
        else:
            side = px(8 if self.narrow else 10)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            left = self.width() - side - size if mirrored else side
            painter.drawPixmap(QPointF(left, (self.height() - size) / 2), badge)
            lead, tail = 2 * side + size - px(2), side
            self._paint_name(
                painter,
                self.rect().adjusted(
                    tail if mirrored else lead, 0, -lead if mirrored else -tail, 0
                ),
                _BESIDE,
            )
        painter.end()

    def _paint_name(self, painter: QPainter, room: QRect, how: int) -> None:
        painter.setFont(sized_font(SMALL) if self.narrow else self.font())
        painter.setPen(QColor(tokens().text))
        painter.drawText(room, how, elided(painter.fontMetrics(), self.name, room.width()))


class ChildSwitch(ChildButton):
    """The button with the child's name; its menu has the children, and one line to add another.

    Names that are alike are told apart, those put away stand at the end, and where there are many
    children one is found by typing.
    """

    chosen = Signal(object)
    add_wanted = Signal()
    page_wanted = Signal(str)
    """The name of a page on which all children stand."""

    def __init__(self, wording: Wording) -> None:
        super().__init__("", "")
        tell_as(self, ToldAs.MENU)
        self._wording = wording
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_triggered)
        self._children: Mapping[UUID, Child] = {}
        self._child: UUID | None = None
        self.photo: UUID | None = None
        """Which photo is shown."""
        self._does: list[tuple[QAction, Callable[[], None]]] = []
        self.clicked.connect(self._on_clicked)
        self.setEnabled(False)  # the focus of a new window would go to a button without a name

    def show_child(self, children: "Mapping[UUID, Child]", child: "UUID | None") -> None:
        """Show the child whose journal is open."""
        self._children, self._child = children, child
        shown = children.get(child) if child is not None else None
        self.setVisible(shown is not None)
        self.setEnabled(shown is not None)
        if shown is not None:
            name = self._wording.own(shown.name)
            if any(
                child_known.name == shown.name
                for child_known in children.values()
                if child_known is not shown
            ):
                name = self._names()[shown.id]
            spoken = self._wording.text("Child: {name}", name=name)
            self.set_child(name, spoken, letter=shown.name[:1])

    def show_photo(self, photo: "UUID | None", picture: "QImage") -> None:
        """Show which photo stands for the child; one that is not here is asked for again."""
        self.photo = photo if photo is None or not picture.isNull() else None
        self.picture = picture
        self.update()

    def _names(self) -> "Mapping[UUID, str]":
        """Return how the children are called here."""
        from homejournal.texts.display_names import names_said

        return names_said(self._wording, self._children.values())

    def _on_clicked(self) -> None:
        from homejournal.domain.records.family import is_put_away

        text, every = self._wording.text, self._children.values()
        self._menu.clear()
        self._does.clear()
        going_on = [child for child in every if not is_put_away(child)]
        resting = [child for child in every if is_put_away(child)]
        if len(self._children) > _MOST_IN_MENU:
            self._offer(child for child in every if child.id == self._child)
            self._line(text("Find a child…"), self._find)
        else:
            self._offer(going_on)
        if len(going_on) > 1:
            self._menu.addSeparator()
            self._line(text("All children together"), self._open_together)
        if resting and len(self._children) <= _MOST_IN_MENU:
            self._menu.addSeparator()
            self._menu.addAction(text("Put away")).setEnabled(False)
            self._offer(resting)
        self._menu.addSeparator()
        self._line(text("Add a child…"), self.add_wanted.emit)
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _offer(self, children: "Iterable[Child]") -> None:
        names = self._names()
        for child in children:
            shown = short_name(names[child.id], _SHOWN_NAME)
            action = self._menu.addAction(shown.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(child.id == self._child)
            action.setData(child.id)

    def _line(self, words: str, does: "Callable[[], None]") -> None:
        self._does.append((self._menu.addAction(words), does))

    def _open_together(self) -> None:
        self.page_wanted.emit("together")

    def _find(self) -> None:
        """Ask for one of many children by a few letters of the name."""
        from homejournal.domain.records.family import is_put_away
        from homejournal.ui.widgets.fields.name_search import NameSearch

        names, text = self._names(), self._wording.text
        choices = [
            (
                child.id,
                text("{child} – put away", child=names[child.id])
                if is_put_away(child)
                else names[child.id],
            )
            for child in sorted(self._children.values(), key=is_put_away)
        ]
        finder = NameSearch(self._wording, text("Find a child"), self)
        finder.picked.connect(self.chosen)
        finder.ask(choices, self._child)

    def _on_triggered(self, action: QAction) -> None:
        for child in self._children:
            if child == action.data():
                self.chosen.emit(child)
                return
        for line, does in self._does:
            if line is action:
                does()
