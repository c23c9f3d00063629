"""The lines of a text that is painted by hand."""

from PySide6.QtGui import QFont, QTextLayout, QTextOption


def lines_in(text: str, font: QFont, room: float) -> list[str]:
    """Break a text at blanks, and within a word only where it alone is wider than the room."""
    layout, option = QTextLayout(text, font), QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    # Qt counts some letters, such as a picture of the sun, twice.
    units, lines = text.encode("utf-16-le"), []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, room))
        start, end = line.textStart(), line.textStart() + line.textLength()
        lines.append(units[2 * start : 2 * end].decode("utf-16-le", "replace"))
    layout.endLayout()
    return lines
