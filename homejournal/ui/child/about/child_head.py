"""The head of the page about a child: the photo or first letter, the name, the age."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.domain.papers.about_child import AboutChild
from homejournal.texts.papers.about_child import age_said, dates_said
from homejournal.texts.wording import Wording
from homejournal.ui.theme import child_pixmap, paint_box, px, tokens
from homejournal.ui.widgets.buttons.button import MoreButton
from homejournal.ui.widgets.layout.boxes import in_column, in_row
from homejournal.ui.widgets.wrapping_labels import WrapLabel, plain

_SIDE, _RING = 56, 4


class PortraitButton(QAbstractButton):
    """A round photo, or the first letter of the name; a press asks for a photo."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._letter, self._photo = "", QImage()
        self.setAccessibleName(name)
        self.setToolTip(plain(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_child(self, letter: str, photo: QImage) -> None:
        """Show a child."""
        self._letter, self._photo = letter, photo
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = px(_SIDE) + 2 * px(_RING)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        if self.hasFocus():
            width = tokens().border + 1
            paint_box(painter, QRectF(self.rect()), "", "focus", (width, _SIDE / 2 + _RING))
        ratio = self.devicePixelRatioF()
        picture = child_pixmap(self._letter.upper(), _SIDE, ratio=ratio, photo=self._photo)
        painter.drawPixmap(QPointF(px(_RING), px(_RING)), picture)
        painter.end()


class ChildHead(QWidget):
    """Who the child is, in two lines beside the photo."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.portrait = PortraitButton(wording.text("Choose a photo"))
        self._name, self._age = WrapLabel("", "heading", most=400), WrapLabel("", "muted")
        self.more = MoreButton(wording.text("More"))
        words = in_column(self._name, self._age, gap=2)
        row = in_row(self.portrait, words, self.more, gap=12, inside=self, grow=words)
        row.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        for part in (self.portrait, self.more):
            row.setAlignment(part, Qt.AlignmentFlag.AlignTop)

    def show_child(self, told: AboutChild, photo: QImage) -> None:
        """Show a child on a day."""
        child, wording = told.child, self._wording
        self._name.setText(child.name)
        age, dates = age_said(wording, told), dates_said(wording, child)
        self._age.setText(wording.line_of((age, dates)))
        self._age.setVisible(bool(age or dates))
        self.portrait.show_child(child.name[:1], photo)
