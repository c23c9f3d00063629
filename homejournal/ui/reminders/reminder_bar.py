"""A thin bar above every page while a reminder is due, with what one may answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from homejournal.texts.wording import Wording
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import OnceButton
from homejournal.ui.widgets.labels import WrapLabel
from homejournal.ui.widgets.layout.boxes import TwoEnds
from homejournal.ui.widgets.layout.flow_layout import FlowRow


class RingBar(QFrame):
    """Each signal is one of its buttons."""

    write = Signal()
    later = Signal()
    not_today = Signal()
    quiet = Signal()

    def __init__(self, wording: Wording, *, can_write: bool) -> None:
        super().__init__()
        text = wording.text
        set_look(self, "panel")
        sign = QLabel()
        set_icon(sign, "clock", "accent", 18)
        self._words = WrapLabel("")
        answers = (
            (text("Write it down"), self.write, True),
            (text("In 15 minutes"), self.later, False),
            (text("Not today"), self.not_today, True),
            (text("Close"), self.quiet, False),
        )
        self._buttons: list[OnceButton] = []
        for words, answer, writes in answers:
            button = OnceButton(words)
            if writes and not can_write:
                button.hide()  # shown here, it would be a window of its own for a moment
            button.clicked.connect(answer)
            self._buttons.append(button)
        for button in self._buttons[1:]:
            set_look(button, "link")
        row = FlowRow(gap=6)
        row.add(*self._buttons)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(14), px(4), px(14), px(4))
        line.setSpacing(px(10))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(TwoEnds(self._words, row), 1)

    def text(self) -> str:
        """Return what it reminds of."""
        return self.accessibleName()

    def say(self, words: str) -> None:
        """Say what is due."""
        self._words.setText(words)
        self.setAccessibleName(words)
        for button in self._buttons:
            button.setAccessibleDescription(words)
