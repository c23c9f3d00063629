"""A part of a card that is filled anew: lines, or small headings with what stands under each."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.ui.theme import px
from homejournal.ui.widgets.text.labels import WrapLabel


class Part(QWidget):
    """Widgets one under another; without any it takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))

    def show_lines(self, *lines: tuple[str, str]) -> None:
        """Show texts, each with its look; empty ones are left out."""
        self.show_widgets([WrapLabel(words, look) for words, look in lines if words])

    def show_told(self, *told: tuple[str, str]) -> None:
        """Show small headings, each with what stands under it; empty ones are left out."""
        widgets: list[QWidget] = []
        for heading, words in told:
            if words:
                label = WrapLabel(heading, "small")
                label.setContentsMargins(0, px(6) if widgets else 0, 0, 0)
                widgets += [label, WrapLabel(words)]
        self.show_widgets(widgets)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these; what was shown before and is not among them is deleted."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None and old not in widgets:
                old.hide()
                old.deleteLater()
        for widget in widgets:
            self._column.addWidget(widget)
            widget.show()
        self.setVisible(bool(widgets))
