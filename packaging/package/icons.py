"""Draws the program's icon in the sizes that desktops ask for: python icons.py DRAWING FOLDER.

It runs under the environment in which the program is frozen, which has Qt.
"""

import os
import sys
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def draw(drawing: Path, folder: Path) -> None:
    """Write a picture of the drawing in each size, named by its size."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    _app = QGuiApplication([])
    renderer = QSvgRenderer(str(drawing))
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        picture = QImage(size, size, QImage.Format.Format_ARGB32)
        picture.fill(0)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        picture.save(str(folder / f"{size}.png"))


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
