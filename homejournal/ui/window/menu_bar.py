"""The menu bar, made from the table of actions, with the choices of language, colours and size."""

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from homejournal.texts.wording import Wording, languages
from homejournal.ui.base.actions import Action, ActionLine, MenuName, menu_title
from homejournal.ui.base.key_characters import with_arabic
from homejournal.ui.base.language import own_name
from homejournal.ui.theme import Scheme

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QUndoStack

    from homejournal.ui.base.page import Page
    from homejournal.ui.base.preferences import Preferences


class WindowMenus(QObject):
    """The menus of one language."""

    language_asked = Signal(str)
    scheme_asked = Signal(object)
    steps: "tuple[QAction, QAction]"
    """Undo and redo, once they stand in their menu."""

    def __init__(self, bar: QMenuBar, wording: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._wording = wording
        self._menus: dict[MenuName, QMenu] = {}
        self._lines: dict[QAction, ActionLine] = {}
        bar.clear()
        for name in MenuName:
            menu = bar.addMenu(menu_title(wording, name))
            self._menus[name] = menu

    def fill(self, lines: "Iterable[ActionLine]") -> None:
        """Add the lines of the menus; the frame is painted with their titles alone."""
        for line in lines:
            self._add(line)

    @property
    def lines(self) -> "Mapping[QAction, ActionLine]":
        """Return the actions of the table with their lines, in the order of the menus."""
        return MappingProxyType(self._lines)

    def action(self, wanted: Action) -> QAction:
        """Return the line of a menu for an action; StopIteration if it stands in none."""
        return next(line for line, told in self._lines.items() if told.action is wanted)

    def add_undo(self, stack: "QUndoStack") -> tuple[QAction, QAction]:
        """Put undo and redo, with what they would take back, at the head of the Edit menu."""
        menu, text = self._menus[MenuName.EDIT], self._wording.text
        undo = _UndoAction(text("&Undo"), text("&Undo: {step}", step="{step}"), menu)
        redo = _UndoAction(text("&Redo"), text("&Redo: {step}", step="{step}"), menu)
        undo.setShortcuts(with_arabic([QKeySequence(QKeySequence.StandardKey.Undo)]))
        redo.setShortcuts(with_arabic([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")]))
        stack.undoTextChanged.connect(undo.say)
        stack.canUndoChanged.connect(undo.setEnabled)
        stack.redoTextChanged.connect(redo.say)
        stack.canRedoChanged.connect(redo.setEnabled)
        for action, words in ((undo, stack.undoText()), (redo, stack.redoText())):
            action.say(words)
            action.setEnabled(bool(words))
        menu.insertActions(menu.actions()[0], [undo, redo])
        self.steps = (undo, redo)
        return self.steps

    def add_choices(self, preferences: "Preferences", language: str) -> None:
        """Add the choices of language and colours to the View menu."""
        from homejournal.ui.theme.scheme_names import scheme_names

        menu, text = self._menus[MenuName.VIEW], self._wording.text
        tongues = menu.addMenu(text("La&nguage"))
        for code in languages():
            self._choice(tongues, own_name(code), code, chosen=code == language)
        self._colours = colours = menu.addMenu(text("&Colors"))
        for scheme, words in scheme_names(self._wording):
            self._choice(colours, words, scheme, chosen=scheme is preferences.scheme)
        tongues.triggered.connect(self._on_language)
        colours.triggered.connect(self._on_scheme)

    def show_scheme(self, scheme: Scheme) -> None:
        """Check the colours that are worn."""
        for action in self._colours.actions():
            action.setChecked(action.data() is scheme)

    def allow(self, page: "Page | None", *, can_write: bool) -> None:
        """Enable what the open page and the journal make possible."""
        by_page = page.offers if page is not None else {}
        for action, line in self._lines.items():
            offered = not line.by_page or line.action in by_page
            action.setEnabled(offered and (can_write or not line.writes))

    def _add(self, line: ActionLine) -> None:
        menu = self._menus[line.menu]
        if line.section:
            menu.addSeparator()
        action = QAction(line.text, menu)
        if line.everywhere:
            # Only said: with two lines that have it, in two windows, neither would be called.
            said = line.shortcuts[0].toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{line.text}\t{said}")
        else:
            action.setShortcuts(line.shortcuts)
        action.setMenuRole(line.role)
        action.triggered.connect(self._on_triggered)
        menu.addAction(action)
        self._lines[action] = line

    def _choice(self, menu: QMenu, words: str, value: object, *, chosen: bool) -> None:
        group = menu.findChild(QActionGroup) or QActionGroup(menu)
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.setData(value)
        group.addAction(action)
        menu.addAction(action)

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and action in self._lines:
            self._lines[action].do()

    def _on_language(self, action: QAction) -> None:
        self.language_asked.emit(action.data())

    def _on_scheme(self, action: QAction) -> None:
        self.scheme_asked.emit(action.data())


class _UndoAction(QAction):
    def __init__(self, plain: str, with_step: str, menu: QMenu) -> None:
        super().__init__(plain, menu)
        self._plain, self._with_step = plain, with_step

    def say(self, step: str) -> None:
        """Say what would be taken back."""
        shown = step if len(step) < 50 else f"{step[:48]}…"
        shown = shown.replace("&", "&&")
        self.setText(self._with_step.replace("{step}", shown) if step else self._plain)
