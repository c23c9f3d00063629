"""The table of the menus (words, keys, what each line does), and the menu bar made from it."""

from collections.abc import Callable
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from homejournal.texts.wording import Wording, languages
from homejournal.ui.base.actions import LOCK_KEY, Action, ActionLine, MenuName, menu_title
from homejournal.ui.base.keys import with_arabic
from homejournal.ui.base.language import own_name
from homejournal.ui.theme import Scheme
from homejournal.ui.theme.apply import scheme_names
from homejournal.ui.window.recent_menu import RecentMenu

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QUndoStack

    from homejournal.ui.base.page import Page
    from homejournal.ui.base.preferences import Preferences
    from homejournal.ui.window.actions import WindowActions


_Key = QKeySequence.StandardKey
_Text = Callable[[str], str]


def menu_lines(wording: "Wording", does: "WindowActions") -> tuple[ActionLine, ...]:
    """Return the table in one language; undo and redo are added by the menus themselves."""
    text = wording.text
    return (*_file(text, does), *_edit(text, does), *_view(text, does), *_help(text, does))


def _file(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    return (*_opening(text, does), *_papers(text, does), *_journal(text, does))


def _opening(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    menu = MenuName.FILE
    return (
        ActionLine(Action.NEW_JOURNAL, menu, text("Ne&w journal…"), does.new_journal),
        ActionLine(Action.OPEN, menu, text("&Open…"), does.choose_file, (_Key.Open,)),
    )


def _papers(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    menu = MenuName.FILE
    return (
        ActionLine(
            Action.PREPARE_PAGE,
            menu,
            text("Prepare the page for the &next visit"),
            does.prepare_page,
            ("Ctrl+Shift+V",),
            section=True,
        ),
        ActionLine(
            Action.SAVE_PDF,
            menu,
            text("&Save as PDF…"),
            partial(does.ask_page, Action.SAVE_PDF),
            (_Key.Save,),
            by_page=True,
        ),
        ActionLine(
            Action.PRINT,
            menu,
            text("&Print…"),
            partial(does.ask_page, Action.PRINT),
            (_Key.Print,),
            by_page=True,
        ),
        ActionLine(
            Action.FRIDGE_WEEK,
            menu,
            text("A week for the f&ridge…"),
            does.print_week,
            ("Ctrl+Shift+P",),
        ),
        ActionLine(Action.PACK, menu, text("A pack for a &meeting…"), does.make_pack),
        ActionLine(Action.BOOK, menu, text("The journal as a &book…"), does.keep_book),
    )


def _journal(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    menu = MenuName.FILE
    return (
        ActionLine(
            Action.TAKE_PLAN,
            menu,
            text("&Add a plan file…"),
            does.take_plan,
            section=True,
            writes=True,
        ),
        ActionLine(
            Action.HAND_OVER_PLAN, menu, text("Hand &over as a plan file…"), does.hand_over_plan
        ),
        ActionLine(
            Action.EXAMPLE,
            menu,
            text("Look around with an &example family"),
            does.open_example,
            section=True,
        ),
        ActionLine(Action.FOLDER, menu, text("Show the journal’s &folder"), does.show_folder),
        ActionLine(
            Action.SAFE,
            menu,
            text("&Keep it safe…"),
            partial(does.open_page, "safe"),
            ("Ctrl+Shift+K",),
        ),
        ActionLine(
            Action.QUIT,
            menu,
            text("&Quit"),
            does.close,
            (_Key.Quit, "Ctrl+Q"),
            role=QAction.MenuRole.QuitRole,
            section=True,
        ),
    )


def _edit(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    menu = MenuName.EDIT
    return (
        ActionLine(
            Action.ADD_MOMENT,
            menu,
            text("&Add a moment"),
            does.add_moment,
            ("Ctrl+N",),
            section=True,
            writes=True,
        ),
        ActionLine(Action.SEARCH, menu, text("&Find in the journal…"), does.search, (_Key.Find,)),
        ActionLine(
            Action.ADD_CHILD, menu, text("Add a &child…"), does.add_child, section=True, writes=True
        ),
        ActionLine(Action.PUT_AWAY, menu, text("Put a &journal away…"), does.put_away, writes=True),
        ActionLine(Action.LIFE_EVENTS, menu, text("L&ife events…"), does.life_events),
        ActionLine(Action.REMINDERS, menu, text("Re&minders…"), does.open_reminders),
        ActionLine(Action.PEOPLE, menu, text("People who &write here…"), does.people),
        ActionLine(
            Action.FOR_HELPER,
            menu,
            text("Today for a &helper…"),
            does.today_for_helper,
            writes=True,
        ),
    )


def _view(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    return (*_pages(text, does), *_look(text, does))


def _pages(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    opens = partial(partial, does.open_page)
    lines = (
        (Action.TODAY, text("&Today"), partial(does.go_to, "today"), "Ctrl+1"),
        (Action.PLAN, text("&Plan"), does.open_plan, "Ctrl+2"),
        (Action.JOURNAL, text("&Journal"), opens("journal"), "Ctrl+3"),
        (Action.PROGRESS, text("P&rogress"), opens("progress"), "Ctrl+4"),
        (Action.VISIT_PAGE, text("&Visit page"), opens("visit_page"), "Ctrl+5"),
        (Action.VISITS, text("V&isits"), opens("visits"), "Ctrl+6"),
        (Action.TEAM, text("Our t&eam"), opens("team"), "Ctrl+7"),
        (Action.ABOUT_CHILD, text("About our &child"), opens("about_child"), "Ctrl+8"),
        (Action.OUTCOMES, text("&Outcomes"), opens("outcomes"), ""),
        (Action.WEEK_GRID, text("Type in a &week…"), opens("week_grid"), "Ctrl+9"),
        (
            Action.TOGETHER,
            text("All c&hildren together"),
            partial(does.go_to, "together"),
            "Ctrl+Shift+T",
        ),
    )
    return tuple(
        ActionLine(what, MenuName.VIEW, words, do, (key,) if key else ())
        for what, words, do, key in lines
    )


def _look(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    menu = MenuName.VIEW
    return (
        ActionLine(
            Action.LARGER_TEXT,
            menu,
            text("&Larger text"),
            does.larger_text,
            (_Key.ZoomIn, "Ctrl+="),
            section=True,
        ),
        ActionLine(
            Action.SMALLER_TEXT, menu, text("&Smaller text"), does.smaller_text, (_Key.ZoomOut,)
        ),
        ActionLine(Action.USUAL_TEXT, menu, text("&Usual text size"), does.usual_text, ("Ctrl+0",)),
        ActionLine(
            Action.HIDE,
            menu,
            text("Hi&de the journal"),
            does.hide_journal,
            ("F9",),
            section=True,
            everywhere=True,
        ),
        ActionLine(Action.LOCK, menu, text("Loc&k the journal"), does.lock_now, (LOCK_KEY,)),
        ActionLine(
            Action.SETTINGS,
            menu,
            text("&Settings…"),
            partial(does.open_page, "settings"),
            ("Ctrl+,",),
            role=QAction.MenuRole.PreferencesRole,
            section=True,
        ),
    )


def _help(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    menu = MenuName.HELP
    about = QAction.MenuRole.AboutRole
    return (
        ActionLine(
            Action.HELP, menu, text("&Help with this page"), does.show_help, (_Key.HelpContents,)
        ),
        ActionLine(Action.KEYS, menu, text("&Keyboard shortcuts"), does.show_keys, ("Ctrl+/",)),
        ActionLine(
            Action.FIND_COMMAND, menu, text("&Find a command…"), does.find_command, ("Ctrl+K",)
        ),
        ActionLine(
            Action.HELP_ON_PAPER,
            menu,
            text("How do I write it down &away from the computer?"),
            partial(does.open_help, "away-from-the-computer"),
        ),
        ActionLine(
            Action.NEWS,
            menu,
            text("What’s &new"),
            partial(does.open_help, "whats-new"),
            section=True,
        ),
        ActionLine(
            Action.COPY_DETAILS, menu, text("&Copy details for a report"), does.copy_details
        ),
        ActionLine(
            Action.ABOUT,
            menu,
            text("A&bout homejournal"),
            does.show_about,
            role=about,
            section=True,
        ),
    )


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

    def add_recent(self, does: "WindowActions") -> None:
        """Put the journals that were opened lately below Open in the File menu."""
        menu, after = self._menus[MenuName.FILE], self.action(Action.OPEN)
        recent = RecentMenu(self._wording, does.recent_journals, menu)
        recent.chosen.connect(does.open_journal)
        recent.cleared.connect(does.clear_recent)
        lines = menu.actions()
        menu.insertMenu(lines[lines.index(after) + 1], recent)

    def add_choices(self, preferences: "Preferences", language: str) -> None:
        """Add the choices of language and colors to the View menu."""
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
        """Check the colors that are worn."""
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
