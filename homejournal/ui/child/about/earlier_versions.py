"""What the family wrote about the child on earlier days: each day opens its words."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from homejournal.domain.papers.about_child import about_parts
from homejournal.domain.records.children import About
from homejournal.texts.papers.about_child import part_name, written_on
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.buttons.toggle_button import ToggleButton
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.cards.card_section import Part
from homejournal.ui.widgets.layout.mirrored_margins import inset
from homejournal.ui.widgets.text.labels import WrapLabel

_SHOWN = 6


class EarlierVersions(QWidget):
    """A few at first, the newest first, and all when asked for; they can be read, not changed."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._versions: tuple[About, ...] = ()
        self._all = False
        self._open: set[UUID] = set()
        self._toggles: list[ToggleButton] = []
        self._rows = Part()
        self._more = WordButton(wording.text("Show all"))
        set_look(self._more, "link")
        set_icon(self._more, "chevron-down", "muted", 16)
        self._more.clicked.connect(self._on_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(WrapLabel(wording.text("What we wrote before"), "heading"))
        column.addWidget(self._rows)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_versions(self, versions: Sequence[About]) -> None:
        """Show these, which come newest first; what was open stays open."""
        if tuple(versions) != self._versions:
            self._versions = tuple(versions)
            self._fill()
        self.setVisible(bool(versions))

    def begin_anew(self) -> None:
        """Close everything: another child is shown."""
        self._all = False
        self._open.clear()

    def _fill(self) -> None:
        shown = self._versions if self._all else self._versions[:_SHOWN]
        self._toggles.clear()
        self._rows.show_widgets([self._row(one) for one in shown])
        self._more.setVisible(len(shown) < len(self._versions))

    def _row(self, version: About) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(4))
        toggle = ToggleButton(written_on(self._wording, version.day))
        toggle.setProperty("version", str(version.id))
        set_look(toggle, "link")
        set_icon(toggle, "clock", "muted", 16)
        words = Part()
        words.show_told(
            *((part_name(self._wording, part), text) for part, text in about_parts(version))
        )
        words.setContentsMargins(inset(px(12)))
        toggle.setChecked(version.id in self._open)
        words.setVisible(toggle.isChecked())
        toggle.toggled.connect(words.setVisible)
        toggle.toggled.connect(self._on_toggled)
        self._toggles.append(toggle)
        column.addWidget(toggle, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(words)
        return row

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        toggle = self.sender()
        if isinstance(toggle, QPushButton):
            which = UUID(str(toggle.property("version")))
            (self._open.add if on else self._open.discard)(which)

    def _on_more(self) -> None:
        self._all = True
        self._fill()
        self._toggles[_SHOWN].setFocus(Qt.FocusReason.OtherFocusReason)
