"""Settings: all on one page that can be searched, each applied at once and taken back by Undo."""

from typing import ClassVar, NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.names import matches_typed
from homejournal.domain.records.record import Kind
from homejournal.texts.window.settings import hidden_said, searched_in, setting_texts
from homejournal.ui.base.desk import Desk
from homejournal.ui.base.page import Page
from homejournal.ui.settings.cards import (
    ComputerSettings,
    DaySettings,
    LookSettings,
    PeopleSettings,
    SettingsCard,
)
from homejournal.ui.theme import px
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.layout.boxes import IN_TWO, Beside, in_column
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.layout.scroll_areas import CONTENT_WIDTH, WIDE_PAGE, ScrollColumn
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

_LEFT = 3
"""So many cards are in the first column of a wide window."""


class _Typed(NamedTuple):
    """What is searched for, and the setting that the keyboard is on."""

    words: str
    setting: str | None


class SettingsPage(Page):
    """A search hides what does not match and says how much it hides."""

    SHOWS: ClassVar[frozenset[Kind]] = frozenset({Kind.HELPER, Kind.HOME, Kind.DEVICE})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, desk.wording.text("Settings"))
        self._texts = setting_texts(desk.wording)
        self._found = {text.key: searched_in(desk.wording, text) for text in self._texts}
        self._place: str | None = None
        self._said = ""
        self.search = QLineEdit()
        self.search.setPlaceholderText(desk.wording.text("Find a setting"))
        self.search.setAccessibleName(desk.wording.text("Find a setting"))
        people, computer = PeopleSettings(desk, self._texts), ComputerSettings(desk, self._texts)
        for card in (people, computer):
            card.wants.connect(self.wants)
        self.cards: tuple[SettingsCard, ...] = (
            LookSettings(desk, self._texts),
            people,
            DaySettings(desk, self._texts),
            computer,
        )
        self._lay_out()
        self.search.textChanged.connect(self._on_typed)
        desk.editing.setting_changed.connect(self._on_setting)

    def _lay_out(self) -> None:
        text = self.desk.wording.text
        self._hidden = WrapLabel("", "muted")
        self.show_all = make_button(text("Show all settings"), on=self._on_show_all, look="link")
        self._filtered = QWidget()
        told = in_column(self._hidden, gap=4, inside=self._filtered)
        told.addWidget(self.show_all, 0, Qt.AlignmentFlag.AlignLeading)
        self._filtered.hide()
        columns = [QWidget(), QWidget()]
        self._scroll = ScrollColumn(self, widest=WIDE_PAGE)
        self._scroll.add(WrapLabel(self.title, "title"), self.search, self._filtered)
        self._scroll.add(Beside(columns, IN_TWO))
        for column, parts in zip(columns, (self.cards[:_LEFT], self.cards[_LEFT:]), strict=True):
            in_column(*parts, inside=column, gap=12)
        self.search.setMaximumWidth(px(CONTENT_WIDTH))
        self._scroll.fill(self)

    @override
    def refresh(self) -> None:
        for card in self.cards:
            card.show_values()

    @override
    def open_at(self, place: object) -> None:
        """Open the page at a setting by its key."""
        if isinstance(place, str):
            self.search.clear()
            self._place = place
            if self.isVisible():
                self._go_to_place()

    @override
    def typed(self) -> object:
        keys = (card.focused() for card in self.cards)
        return _Typed(self.search.text(), next((key for key in keys if key), None))

    @override
    def type_in(self, typed: object) -> None:
        if isinstance(typed, _Typed):
            found = self._meant(typed.words)
            if found and typed.setting in {None, *found}:  # in another language words may find none
                self.search.setText(typed.words)
            self._place = typed.setting
            # An arrow key that chose a language gives the focus to its old pill after this.
            QTimer.singleShot(0, self, self._go_to_place)

    def _go_to_place(self) -> None:
        place, self._place = self._place, None
        for card in self.cards:
            field = card.go_to(place) if place is not None else None
            if field is not None:
                self._scroll.ensureWidgetVisible(field, 0, px(120))

    def _meant(self, words: str) -> set[str]:
        return {key for key, found in self._found.items() if matches_typed(words, found)}

    def _on_typed(self, words: str) -> None:
        shown = self._meant(words)
        for card in self.cards:
            card.show_only(shown)
        hidden = len(self._found) - len(shown)
        said = hidden_said(self.desk.wording, hidden)
        if not shown:
            none = self.desk.wording.text("No setting found. Try another word.")
            said = f"{none} {said}"
        self._hidden.setText(said)
        self._filtered.setVisible(hidden > 0)
        before, self._said = self._said, said
        if hidden and said != before:
            announce(self, said)

    def _on_show_all(self) -> None:
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_setting(self, _name: str) -> None:
        self._ask_again()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self._on_show_all()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_filtered"):
            self.refresh()  # keys and the menu change size and colors, too

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._place is not None:
            self._go_to_place()
        elif not has_focus_inside(self):
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
