"""Twenty seconds of the real window, for the README: three strategies written down, a page made.

    python packaging/dev.py pictures --moving

It is driven by keys as a person would, with the example family, and plays once, then rests.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from homejournal.ui.visits.page.live_page import LivePage
from picture_looks import USUAL, Look
from picture_making import example_window, wait
from picture_scene import wait_until

if TYPE_CHECKING:
    from homejournal.ui.window.main_window import MainWindow

_STRIP, _LETTERS = 56, 20
_GROUND, _INK = QColor("#0B6E6E"), QColor("#FFFFFF")
_COLORS = 200
_NOTE = ("She looked ", "at me, and ", "said more!")

Frame = tuple[QImage, int]
"""A picture, and for how many milliseconds it stays."""


def moving_picture(file: Path) -> Path:
    """Make the moving picture and return its file."""
    with example_window(Look("moving", size=USUAL)) as window:
        frames = list(_frames(window))
    first, *others = _few_colors([picture for picture, _ in frames])
    times = [time for _, time in frames]
    first.save(file, save_all=True, append_images=others, duration=times)
    return file


def _frames(window: "MainWindow") -> Iterator[Frame]:
    """Do what is shown, and yield how it looks after each step."""

    def shown(words: str, milliseconds: int) -> Frame:
        wait(window)
        return _captioned(window.grab().toImage(), words), milliseconds

    yield shown("Evening. What did you try today? Each strategy has a row.", 2400)
    _press("3")
    yield shown("One key or one click says how it went.", 1500)
    _press(Qt.Key.Key_Down, Qt.Key.Key_Down, "3")
    yield shown("Two.", 1300)
    for words in _NOTE:
        _press(words)
        yield shown("Type, and it is a note.", 600)
    QTest.keyClick(_in_use(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    yield shown("Saved. Undo takes anything back.", 1500)
    _press(Qt.Key.Key_Down, "2", "0", Qt.Key.Key_Return)
    yield shown("Three strategies, a few seconds.", 1700)
    window.open_page("visit_page")
    wait(window)
    window.frame.toast.dismiss()
    page = _live_page(window)
    wait_until(lambda: len(page.stops()) > 1)
    yield shown("Before the visit, the page is ready.", 3000)
    line = page.stops()[1]
    line.setFocus()
    yield shown("You see it first. Click a line to leave it out…", 1800)
    line.click()
    yield shown("Click a line to leave it out…", 2000)
    line.click()
    yield shown("… and again to bring it back. Then print it, or save it as PDF.", 3200)


def _press(*keys: str | Qt.Key) -> None:
    """Press keys, or type words, where the focus is."""
    for key in keys:
        if isinstance(key, str):
            for letter in key:
                QTest.keyClicks(_in_use(), letter)
                QApplication.processEvents()
        else:
            QTest.keyClick(_in_use(), key)
            QApplication.processEvents()


def _in_use() -> QWidget:
    part = QApplication.focusWidget()
    if part is None:
        raise LookupError("Nothing has the focus, so no key is heard.")
    return part


def _live_page(window: "MainWindow") -> LivePage:
    return next(one for one in window.findChildren(LivePage) if one.isVisible())


def _captioned(picture: QImage, words: str) -> QImage:
    """Return a picture with a strip of words below it."""
    size = picture.size()
    whole = QImage(size.width(), size.height() + _STRIP, QImage.Format.Format_RGB32)
    whole.fill(_GROUND)
    painter = QPainter(whole)
    painter.drawImage(0, 0, picture)
    font = painter.font()
    font.setPixelSize(_LETTERS)
    painter.setFont(font)
    painter.setPen(_INK)
    strip = QRect(0, size.height(), size.width(), _STRIP)
    painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return whole


def _few_colors(pictures: list[QImage]) -> list[Image.Image]:
    """Return the same in the few colors that a GIF has, which all of them share."""
    whole = [_as_pillow(picture) for picture in pictures]
    beside = Image.new("RGB", (whole[0].width * len(whole), whole[0].height))
    for place, picture in enumerate(whole):
        beside.paste(picture, (place * picture.width, 0))
    palette = beside.quantize(_COLORS, dither=Image.Dither.NONE)
    return [one.quantize(palette=palette, dither=Image.Dither.NONE) for one in whole]


def _as_pillow(picture: QImage) -> Image.Image:
    rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = (rgb.width(), rgb.height())
    return Image.frombuffer("RGB", size, bytes(rgb.constBits()), "raw", "RGB", rgb.bytesPerLine())
