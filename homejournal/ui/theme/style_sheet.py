"""The one style sheet of the window, made from the named colours and the text size."""

from __future__ import annotations

import re
from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

from homejournal.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.ui.theme.tokens import Tokens

# "12sp" is twelve pixels at 100 % that grow with the text; "px" stays as it is.
_SHEET = """
QMainWindow, QDialog { background: $bg; }
QScrollArea { border: none; }
QFrame[look="panel"] {
  background: $surface; border: ${border}px solid $line; border-radius: 12px; }

QFrame[look="popup"] { background: $surface; border: ${border}px solid $control; }

QLabel[look="title"] { font-size: 28sp; font-weight: 600; }
QLabel[look="heading"] { font-size: 17sp; font-weight: 600; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="small"] { color: $muted; font-size: 13sp; }
QLabel[look="ok"] { color: $ok; font-size: 13sp; }
QLabel[look="problem"] { color: $problem; font-weight: 600; }
QLabel[look="brand"] { color: $accent; font-size: 17sp; font-weight: 600; padding: 0 10sp; }
QLabel[look="chip"] { color: $muted; background: $surface2; border-radius: 11sp;
  padding: 3sp 10sp; font-size: 13sp; }
QLabel[look="toast"] { color: $toast_text; }

QPushButton, QToolButton { background: $surface; color: $text;
  border: ${border}px solid $control; border-radius: 8px;
  padding: 1px 16sp; min-height: 36sp; }
QPushButton[look="careful"] { color: $problem; border-color: $problem; font-weight: 600; }
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
QPushButton[look="primary"]:hover { background: $text; color: $bg; border-color: $text; }
QPushButton[look="primary"]:disabled {
  color: $muted; background: $surface2; border-color: $line; }
QPushButton[look="primary"]:focus {
  border: 3px solid $focus; padding: 0 14sp; background-clip: padding; }
QPushButton[look="link"] { background: transparent; color: $muted;
  border: 2px solid transparent; padding: 0 6sp; min-height: 36sp; min-width: 24sp; }
QPushButton[look="link"]:hover { background: $surface2; }
QPushButton[look="link"]:disabled { background: transparent; $quiet_off }
QPushButton[look="link"]:hover { color: $text; }
QPushButton[look="link"]:checked { color: $accent; background: $accent_soft; }
QPushButton[look="link"]:focus { border: ${ring}px solid $focus; padding: 0 6sp; }
QPushButton[look="chip"] { border-radius: 18sp; padding: 1px 12sp; }
QPushButton[look="chip"]:focus, QPushButton[look="chip"]:checked { padding: 0 11sp; }
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
  background: $surface; color: $text; border: ${border}px solid $control; border-radius: 8px;
  padding: 1px 11sp; selection-background-color: $accent; selection-color: $accent_text;
  placeholder-text-color: $muted; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 36sp; }
QComboBox { combobox-popup: 0; }
QPlainTextEdit, QTextEdit { padding: 7sp 8sp; }
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
  border-radius: 6px; min-height: 32sp; }
QCheckBox[look="tick"] { spacing: 0; }
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator, QRadioButton::indicator { width: 18sp; height: 18sp;
  background: $surface; border: ${border}px solid $control; border-radius: 4px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
  image: url("$check"); }
QCheckBox::indicator:indeterminate { background: $accent_soft; border-color: $accent; }
QRadioButton::indicator { border-radius: $round; }
QRadioButton::indicator:checked { background: $surface; border: 6sp solid $accent;
  width: $dot; height: $dot; }

QAbstractItemView { background: $surface; color: $text; outline: none;
  border: ${border}px solid $line; border-radius: 8px;
  selection-background-color: $accent_soft; selection-color: $text; }
QAbstractItemView:focus { border: ${ring}px solid $focus; }
QListWidget { padding: 3px; }
QListWidget::item { padding: 10sp 8sp; }
QListWidget::item:selected { background: $accent_soft; color: $text; border-radius: 6px; }
QHeaderView { border: none; background: $surface; }
QHeaderView::section { background: $surface2; color: $text; border: none; padding: 6sp 8sp;
  border-bottom: 1px solid $line; font-weight: 600; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { border: 2px solid transparent; padding: 0 8sp; min-height: 36sp; }
QCalendarWidget QAbstractItemView { border: none; border-radius: 0;
  selection-background-color: $accent; selection-color: $accent_text; }

QCalendarWidget QAbstractItemView:disabled { color: $control; }

QMenu { background: $surface; color: $text; border: ${border}px solid $control; padding: 4px; }
QMenu::item { padding: 8sp 20sp 8sp 16sp; border: 2px solid transparent; border-radius: 6px; }
QMenu::item:selected { background: $accent_soft; border-color: $focus; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenuBar { background: $nav; color: $text; }
QMenuBar::item { padding: 10sp 10sp; background: transparent; border-radius: 6px; }
QMenuBar::item:selected { background: $accent_soft; }
QToolTip { background: $surface; color: $text; border: 1px solid $control; padding: 4px 6px; }

QTabWidget::pane { border: none; }
QTabBar::tab { color: $muted; padding: 9sp 14sp; border: 2px solid transparent;
  border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar:focus { border: ${ring}px solid $focus; border-radius: 6px; }
QProgressBar { border: 1px solid $control; border-radius: 6px; background: $surface2;
  text-align: center; min-height: 20sp; }
QProgressBar::chunk { background: $accent; border-radius: 5px; }
QSplitter::handle { background: $line; }

QScrollBar:vertical { background: transparent; border: none; width: 14sp; margin: 0; }
QScrollBar:horizontal { background: transparent; border: none; height: 14sp; margin: 0; }
QScrollBar::handle { background: $control; border-radius: 3px; }
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
    values: dict[str, object] = asdict(tokens)
    values.update(
        ring=tokens.border + 1,
        primary=f"{px(36) - 2}px",
        inner=f"{px(16) - 1}px",
        inner_field=f"{px(11) - 1}px",
        inner_note=f"{px(7) - 1}px {px(8) - 1}px",
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
