"""A line that opens what belongs to it, as past visits and the people of the team are listed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from homejournal.texts.wording import Wording
from homejournal.ui.day_rows.second_line import SecondLine
from homejournal.ui.theme import px, set_icon
from homejournal.ui.widgets.layout.boxes import TwoEnds, in_column, in_row, inset
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.focus import has_focus_inside, tab_as_read
from homejournal.ui.widgets.roles import ToldAs, tell_as, tell_folded


class FoldRow(QWidget):
    """Hundreds of them open fast: what belongs to a line is made when it is opened first.

    Subclasses make it in `body` and show what is known now in `show_body`.
    """

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._body: QWidget | None = None
        self._sign = QLabel()
        self.line = SecondLine("")
        self.line.setCheckable(True)
        self.line.toggled.connect(self._on_turned)
        tell_as(self.line, ToldAs.FOLD)
        set_icon(self._sign, "chevron-right", "muted", 16)
        head = in_row(self._sign, self.line, gap=2, grow=self.line)
        head.setAlignment(self._sign, Qt.AlignmentFlag.AlignVCenter)
        self.does = FlowRow(gap=6)
        self._inner = in_column(TwoEnds(head, self.does), inside=self)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Hand the focus on to the line: with a proxy, Tab would never leave a list of rows.

        Qt puts what has a proxy before its first child, also where that is no stop of Tab.
        """
        self.line.setFocus(event.reason())

    def body(self) -> QWidget:
        """Return what belongs to the line, made anew."""
        raise NotImplementedError

    def show_body(self) -> None:
        """Show in the body what is known now."""

    @property
    def is_open(self) -> bool:
        """Return whether what belongs to the line is shown."""
        return self.line.isChecked()

    def title(self) -> str:
        """Return what the line says."""
        return self.line.accessibleName()

    def say(self, lead: str, rest: str, icons: Sequence[str] = ()) -> None:
        """Say on the line what it is about, and show in the open body what is known now."""
        self.line.show_words(lead, rest, "text", icons)
        self.line.set_name(self._wording.line_of((lead, rest)))
        if self._body is not None:
            focused = has_focus_inside(self._body)
            self.show_body()
            if focused and not has_focus_inside(self._body):
                self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def unfold(self) -> None:
        """Open what belongs to the line."""
        self.line.setChecked(True)

    def _on_turned(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        if shown and self._body is None:
            self._body = self.body()
            self._body.setContentsMargins(inset(px(26), px(2), 0, px(10)))
            self._inner.addWidget(self._body)
            self.show_body()
            tab_as_read(self)
        if self._body is not None:
            self._body.setVisible(shown)
        set_icon(self._sign, "chevron-down" if shown else "chevron-right", "muted", 16)
        tell_folded(self.line)
