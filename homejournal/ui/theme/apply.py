"""Dressing the application: the style sheet, scheme, contrast and text size, live."""

from __future__ import annotations

import re
from enum import Enum
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessibilityHints, QColor, QPalette, QStyleHints

from homejournal.resources import resource
from homejournal.ui.theme.current_look import (
    BODY,
    HEADING,
    INNER_RADIUS,
    RADIUS,
    SMALL,
    TITLE,
    load_fonts,
    look,
    sized_font,
    system_body_px,
)
from homejournal.ui.theme.icons import redraw_icons
from homejournal.ui.theme.tokens import Tokens, tokens_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from homejournal.texts.wording import Wording


def scheme_names(wording: Wording) -> tuple[tuple[Scheme, str], ...]:
    """Return every choice with its words for a menu, in which "&" stands before a letter to press.

    Where the words stand alone, `without_key` takes that sign away.
    """
    text = wording.text
    return (
        (Scheme.SYSTEM, text("As the &system")),
        (Scheme.LIGHT, text("&Light")),
        (Scheme.DARK, text("&Dark")),
        (Scheme.CONTRAST_LIGHT, text("Light with &high contrast")),
        (Scheme.CONTRAST_DARK, text("Dark with high &contrast")),
    )


# "12sp" is twelve pixels at 100 % that grow with the text; "px" stays as it is.
_SHEET = """
QMainWindow, QDialog { background: $bg; }
QScrollArea { border: none; }
QFrame[look="panel"] {
  background: $surface; border: ${border}px solid $line; border-radius: $radius; }

QFrame[look="popup"] { background: $surface; border: ${border}px solid $control;
  border-radius: $radius; }

QLabel[look="title"] { font-size: $title_size; font-weight: 600; }
QLabel[look="heading"] { font-size: $heading_size; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: $small_size; }
QLabel[look="ok"] { color: $ok; font-size: $small_size; }
QLabel[look="problem"] { color: $problem; font-weight: 600; }
QLabel[look="brand"] { color: $accent; padding: 0 12sp;
  font-size: $heading_size; font-weight: 600; }
QLabel[look="chip"] { color: $muted; background: $surface2; border-radius: $radius;
  padding: 4sp 8sp; font-size: $small_size; }
QLabel[look="toast"] { color: $toast_text; }

QPushButton, QToolButton { background: $surface; color: $text;
  border: ${border}px solid $control; border-radius: $radius;
  padding: 1px 16sp; min-height: 36sp; }
QPushButton[look="careful"] { color: $problem; border-color: $problem; font-weight: 600; }
QPushButton[look="careful"]:focus { border-color: $focus; }
QPushButton:hover, QToolButton:hover { background: $surface2; }
QPushButton:pressed, QToolButton:pressed { background: $accent_soft; }
QPushButton:disabled, QToolButton:disabled {
  color: $muted; background: $surface2; border-color: $line; }
QPushButton:focus, QToolButton:focus { border: ${ring}px solid $focus; padding: 0px $inner; }
QPushButton:checked { background: $accent_soft; color: $accent;
  border: ${ring}px solid $accent; padding: 0px $inner; font-weight: 600; }
QPushButton:checked:focus { border-color: $focus; }
QPushButton[look="primary"] { background: $accent; color: $accent_text;
  border: 3px solid $accent; padding: 0 14sp; min-height: $primary; font-weight: 600; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed {
  background: $text; color: $bg; border-color: $text; }
QPushButton[look="primary"]:disabled {
  color: $muted; background: $surface2; border-color: $line; }
QPushButton[look="primary"]:focus {
  border: 3px solid $focus; padding: 0 14sp; background-clip: padding; }
QPushButton[look="link"] { background: transparent; color: $muted;
  border: 2px solid transparent; padding: 0 6sp; min-height: 36sp; min-width: 24sp; }
QPushButton[look="link"]:hover { background: $surface2; }
QPushButton[look="link"]:disabled { background: transparent; $quiet_off }
QPushButton[look="link"]:hover, QPushButton[look="link"]:pressed { color: $text; }
QPushButton[look="link"]:pressed { background: $accent_soft; }
QPushButton[look="link"]:checked { color: $accent; background: $accent_soft; }
QPushButton[look="link"]:focus { border: ${ring}px solid $focus; padding: 0 6sp; }
QPushButton[look="strip"] { background: transparent; color: $accent;
  border: 2px solid transparent; padding: 0 8sp; min-height: 36sp; font-weight: 600; }
QPushButton[look="strip"]:hover { text-decoration: underline; }
QPushButton[look="strip"]:focus { border: ${ring}px solid $focus; padding: 0 8sp; }
QPushButton[look="text"] { background: transparent; color: $muted; text-align: left;
  border: 2px solid transparent; padding: 0; min-height: 36sp; }
QPushButton[look="text"]:hover { color: $text; }
QPushButton[look="text"]:focus { border: ${ring}px solid $focus; padding: 0; }
QPushButton[look="name"] { background: transparent; text-align: left; font-weight: 600;
  border: 2px solid transparent; padding: 0; min-height: 36sp; min-width: 36sp; }
QPushButton[look="name"]:hover { color: $accent; text-decoration: underline; }
QPushButton[look="name"]:focus { border: ${ring}px solid $focus; padding: 0; }
QPushButton[look="chip"] { padding: 1px 12sp; }
QPushButton[look="chip"]:focus, QPushButton[look="chip"]:checked { padding: 0 $inner_chip; }
QPushButton[look="icon"], QToolButton[look="icon"] { background: transparent;
  border: 2px solid transparent; padding: 0; min-height: 36sp; min-width: 36sp; }
QPushButton[look="icon"]:hover, QToolButton[look="icon"]:hover { background: $surface2; }
QPushButton[look="icon"]:focus, QToolButton[look="icon"]:focus {
  border: ${ring}px solid $focus; padding: 0; }
QPushButton[look="toast"] { color: $toast_text; background: transparent;
  border: 2px solid transparent; padding: 0 12sp; font-weight: 600; }
QPushButton[look="toast"]:hover { text-decoration: underline; }
QPushButton[look="toast"]:focus { border: 2px solid $toast_text; padding: 0 12sp; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
  background: $surface; color: $text; border: ${border}px solid $control; border-radius: $radius;
  padding: 1px 12sp; selection-background-color: $accent; selection-color: $accent_text;
  placeholder-text-color: $muted; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 36sp; }
QComboBox { combobox-popup: 0; }
QPlainTextEdit, QTextEdit { padding: 8sp 8sp; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: ${ring}px solid $focus; padding: 0px $inner_field; }
QPlainTextEdit:focus, QTextEdit:focus { border: ${ring}px solid $focus; padding: $inner_note; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
  color: $muted; background: $surface2; border-color: $line; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $surface2; }
*[problem="true"] { border: ${ring}px solid $problem; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
  border: none; padding: 0; min-height: 0; background: transparent; }
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit { padding: 0 10sp; }
QComboBox::drop-down { border: none; width: 32sp; }
QComboBox::down-arrow { image: url("$down"); width: 18sp; height: 18sp; }
QComboBox QAbstractItemView { background: $surface; color: $text; outline: none;
  border: 1px solid $control; padding: 4px;
  selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item { padding: 10sp 8sp; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
  border: none; background: transparent; width: 26sp; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: 14sp; height: 14sp; }
QAbstractSpinBox::down-arrow { image: url("$down"); width: 14sp; height: 14sp; }
QDateEdit::drop-down { border: none; width: 32sp; }
QDateEdit::down-arrow { image: url("$down"); width: 18sp; height: 18sp; }

QCheckBox, QRadioButton { spacing: 8sp; padding: 2px; border: 2px solid transparent;
  border-radius: $inner_radius; min-height: 32sp; }
QCheckBox[look="tick"] { spacing: 0; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator, QRadioButton::indicator { width: 18sp; height: 18sp;
  background: $surface; border: ${border}px solid $control; border-radius: $inner_radius; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
  image: url("$check"); }
QCheckBox::indicator:indeterminate { background: $accent_soft; border-color: $accent; }
QRadioButton::indicator { border-radius: $round; }
QRadioButton::indicator:checked { background: $surface; border: 6sp solid $accent;
  width: $dot; height: $dot; }

QAbstractItemView { background: $surface; color: $text; outline: none;
  border: ${border}px solid $line; border-radius: $radius;
  selection-background-color: $accent_soft; selection-color: $text; }
QAbstractItemView:focus { border: ${ring}px solid $focus; }
QListView[look="rows"]:focus { border: ${border}px solid $line; }
QListWidget { padding: 3px; }
QListWidget::item { padding: 10sp 8sp; }
QListWidget::item:selected { background: $accent_soft; color: $text; border-radius: $inner_radius; }
QHeaderView { border: none; background: $surface; }
QHeaderView::section { background: $surface2; color: $text; border: none; padding: 6sp 8sp;
  border-bottom: 1px solid $line; font-weight: 600; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { border: 2px solid transparent; padding: 0 8sp; min-height: 36sp; }
QCalendarWidget QAbstractItemView { border: none; border-radius: 0;
  selection-background-color: $accent; selection-color: $accent_text; }

QCalendarWidget QAbstractItemView:disabled { color: $control; }

QMenu { background: $surface; color: $text; border: ${border}px solid $control;
  border-radius: $radius; padding: 4px; menu-scrollable: 1; }
QMenu::item { padding: 8sp 24sp 8sp 16sp; border: 2px solid transparent;
  border-radius: $inner_radius; }
QMenu::item:selected { background: $accent_soft; border-color: $focus; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenuBar { background: $nav; color: $text; }
QMenuBar::item { padding: 10sp 14sp; background: transparent; border-radius: $inner_radius; }
QMenuBar::item:selected { background: $accent_soft; }
QToolTip { background: $surface; color: $text; border: 1px solid $control; padding: 4px 6px; }

QTabBar { background: transparent; border: none; font-weight: 600;
  qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: 8sp 6sp 7sp;
  border: 2px solid transparent; border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar::tab:hover:!selected { color: $text; border-bottom-color: $control; }
QTabBar::tab:selected:focus { border: ${ring}px solid $focus; border-radius: $inner_radius; }
QProgressBar { border: 1px solid $control; border-radius: $inner_radius; background: $surface2;
  text-align: center; min-height: 20sp; }
QProgressBar::chunk { background: $accent; border-radius: $inner_radius; }
QSplitter::handle { background: $line; }

QScrollBar:vertical { background: transparent; border: none; width: 14sp; margin: 0; }
QScrollBar:horizontal { background: transparent; border: none; height: 14sp; margin: 0; }
QScrollBar::handle { background: $control; border-radius: $inner_radius; }
QScrollBar::handle:vertical { min-height: 32sp; margin: 0 4sp; }
QScrollBar::handle:horizontal { min-width: 32sp; margin: 4sp 0; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: none; border: none; width: 0; height: 0; }
"""

_SCALED = re.compile(r"(\d+)sp\b")


def style_sheet(tokens: Tokens, px: Callable[[float], int]) -> str:
    """Return the style sheet; ``px`` turns pixels at 100 % into pixels at the chosen text size."""
    # A border that grows by 1 px takes its room from the padding, so nothing jumps.
    values: dict[str, object] = tokens._asdict()
    values.update(
        title_size=f"{TITLE}sp",
        heading_size=f"{HEADING}sp",
        small_size=f"{SMALL}sp",
        radius=f"{RADIUS}px",
        inner_radius=f"{INNER_RADIUS}px",
        ring=tokens.border + 1,
        primary=f"{px(36) - 2}px",
        inner=f"{px(16) - 1}px",
        inner_chip=f"{px(12) - 1}px",
        inner_field=f"{px(12) - 1}px",
        inner_note=f"{px(8) - 1}px {px(8) - 1}px",
        quiet_off=_quiet_off(tokens),
        round=f"{px(18) // 2 + tokens.border}px",
        dot=f"{px(18) + 2 * tokens.border - 2 * px(6)}px",
        check=_control("check-on-light" if tokens.dark else "check-on-dark"),
        up=_control("up"),
        down=_control("down"),
    )
    sheet = Template(_SHEET).substitute(values)
    return _SCALED.sub(lambda found: f"{px(int(found[1]))}px", sheet)


def _quiet_off(tokens: Tokens) -> str:
    """Say by paler words that a quiet button does nothing now, or by the ground where none are."""
    ordinary = tokens.control != tokens.text
    return f"color: {tokens.control};" if ordinary else f"background: {tokens.surface2};"


def _control(name: str) -> str:
    return resource("icons", "control", f"{name}.svg").as_posix()


_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "bg",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "surface2",
    _Role.Text: "text",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "text",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "accent_text",
    _Role.PlaceholderText: "muted",
    _Role.ToolTipBase: "surface",
    _Role.ToolTipText: "text",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Accent: "accent",
    _Role.Light: "surface",
    _Role.Midlight: "surface2",
    _Role.Mid: "control",
    _Role.Dark: "control",
}


def palette_of(tokens: Tokens) -> QPalette:
    """Build the palette; disabled text is muted but still readable."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(tokens.colour(name)))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return palette


LEAST_PERCENT = 100
MOST_PERCENT = 200


class Scheme(Enum):
    """The choices of the settings: as the system, or one of our own."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"


_QT_SCHEME = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
    Scheme.CONTRAST_LIGHT: Qt.ColorScheme.Light,
    Scheme.CONTRAST_DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Keeps the application dressed as the settings and the system ask."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("theme")
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._percent = LEAST_PERCENT
        self._worn: tuple[Tokens, int] | None = None
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self.refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self.refresh)

    def use_scheme(self, scheme: Scheme, percent: int) -> None:
        """Use a scheme and a text size between 100 and 200 per cent from now on."""
        self._scheme = scheme
        self._percent = min(MOST_PERCENT, max(LEAST_PERCENT, percent))
        # Asking Qt as well makes the system's own title bars and dialogs match.
        self._app.styleHints().setColorScheme(_QT_SCHEME[scheme])
        self.refresh()

    def refresh(self) -> None:
        """Dress the application again if what the system asks for has changed."""
        wanted = (tokens_of(self._scheme, self._app.styleHints()), self._body_px())
        if wanted == self._worn:
            return
        self._worn = wanted
        now = look()
        now.tokens, now.body_px = wanted
        self._app.setPalette(palette_of(now.tokens))
        self._app.setFont(sized_font(BODY))
        self._app.setStyleSheet(style_sheet(now.tokens, now.px))
        redraw_icons()
        now.changed.emit()

    def _body_px(self) -> int:
        return round(system_body_px() * self._percent / 100)


def tokens_of(scheme: Scheme, hints: QStyleHints) -> Tokens:
    """Choose the colors for a scheme, where ``SYSTEM`` asks the system's hints."""
    if scheme is not Scheme.SYSTEM:
        contrast = scheme in {Scheme.CONTRAST_LIGHT, Scheme.CONTRAST_DARK}
        dark = scheme in {Scheme.DARK, Scheme.CONTRAST_DARK}
        return tokens_for(dark=dark, contrast=contrast or _high(hints.accessibility()))
    return tokens_for(
        dark=hints.colorScheme() == Qt.ColorScheme.Dark, contrast=_high(hints.accessibility())
    )


def _high(hints: QAccessibilityHints) -> bool:
    return hints.contrastPreference() == Qt.ContrastPreference.HighContrast


def apply_theme(app: QApplication, scheme: Scheme = Scheme.SYSTEM, percent: int = 100) -> Theme:
    """Dress the application; call again to change scheme or text size.

    ``percent`` is the text size between 100 and 200; everything grows with it.
    """
    theme = app.findChild(Theme, "theme")
    if theme is None:
        load_fonts()
        theme = Theme(app)
    theme.use_scheme(scheme, percent)
    return theme
