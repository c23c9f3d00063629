"""What the family wrote about the child on earlier days."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from homejournal.domain.papers.about_child import about_parts
from homejournal.domain.records.children import About
from homejournal.texts.papers.about_child import part_name, written_on
from homejournal.texts.wording import Wording
from homejournal.ui.theme import px, set_icon, set_look
from homejournal.ui.widgets.button import ToggleButton, make_button
from homejournal.ui.widgets.cards.card import Part
from homejournal.ui.widgets.layout.boxes import in_column, inset
from homejournal.ui.widgets.layout.flow_layout import FlowRow

_SHOWN = 6


class EarlierVersions(QWidget):
    """The earlier versions, newest first, folded; a few of them, then all when asked for."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._fold = ToggleButton(wording.text("What we wrote before"))
        set_look(self._fold, "link")
        set_icon(self._fold, "chevron-down", "muted", 16)
        self._fold.toggled.connect(self._show_rows)
        self._versions: tuple[About, ...] = ()
        self._all = False
        self._open: set[UUID] = set()
        self._toggles: list[ToggleButton] = []
        self._rows = Part()
        self._more = make_button(
            wording.text("Show all"), "chevron-down", self._on_more, look="link"
        )
        column = in_column(FlowRow(self._fold), self._rows, gap=6, inside=self)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_versions(self, versions: Sequence[About]) -> None:
        """Show these versions, newest first; those that were open stay open."""
        if tuple(versions) != self._versions:
            self._versions = tuple(versions)
            self._fill()
        self.setVisible(bool(versions))

    def begin_anew(self) -> None:
        """Close everything: another child is shown."""
        self._fold.setChecked(False)
        self._all = False
        self._open.clear()

    def _fill(self) -> None:
        shown = self._versions if self._all else self._versions[:_SHOWN]
        self._toggles.clear()
        self._rows.show_widgets([self._row(version) for version in shown])
        self._show_rows()

    def _show_rows(self) -> None:
        opened = self._fold.isChecked()
        self._rows.setVisible(opened)
        self._more.setVisible(opened and len(self._toggles) < len(self._versions))

    def _row(self, version: About) -> QWidget:
        row = QWidget()
        column = in_column(gap=4, edges=(0, 0, 0, px(4)), inside=row)
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
