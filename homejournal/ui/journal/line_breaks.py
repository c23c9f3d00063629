"""Words that are painted in a few lines, with no letter lost between them."""

from PySide6.QtGui import QFont, QTextLayout, QTextOption


def broken(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Break a text into at most so many lines; the last one has all the rest."""
    anywhere = QTextOption()
    anywhere.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    lines: list[str] = []
    rest = text
    while len(lines) < most - 1 and rest:
        layout = QTextLayout(rest, font)
        layout.setTextOption(anywhere)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width)
        layout.endLayout()
        units = rest.encode("utf-16-le")  # as Qt counts letters
        end = line.textLength() * 2
        lines.append(units[:end].decode("utf-16-le").rstrip())
        rest = units[end:].decode("utf-16-le")
    return [*lines, rest] if rest else lines
