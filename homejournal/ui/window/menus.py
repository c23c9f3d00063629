"""The table of the menus (words, keys, what each line does), and the menu bar made from it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAction,
    QActionGroup,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QUndoStack,
)
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from homejournal.texts.window.opening import journal_said
from homejournal.texts.wording import Wording
from homejournal.ui.base.actions import LOCK_KEY, Action, ActionLine, Keys, MenuName, menu_title
from homejournal.ui.base.keys import with_arabic
from homejournal.ui.base.timers import one_shot
from homejournal.ui.theme import Scheme
from homejournal.ui.theme.apply import scheme_names
from homejournal.ui.window.places import our_child

if TYPE_CHECKING:
    from homejournal.domain.records.children import Pronoun
    from homejournal.ui.base.page import Page
    from homejournal.ui.window.actions import WindowActions


class RecentMenu(QMenu):
    """Stands in the File menu while there is anything in it, and holds nothing while that is shut.

    So a place that is named in it can be read nowhere once the journal is hidden.
    """

    chosen = Signal(object)
    """The folder of a journal."""
    cleared = Signal()

    def __init__(
        self, wording: "Wording", folders: "Callable[[], Sequence[Path]]", file_menu: QMenu
    ) -> None:
        super().__init__(wording.text("Open recen&t"), file_menu)
        self._wording, self._folders = wording, folders
        # What was chosen is only told once the menu is shut.
        self._shut = one_shot(self, self.clear)
        self.menuAction().setVisible(False)
        file_menu.aboutToShow.connect(self._fill)
        file_menu.aboutToHide.connect(self._shut.start)
        self.triggered.connect(self._on_triggered)

    def _fill(self) -> None:
        self._shut.stop()
        self.clear()
        folders = self._folders()
        for folder in folders:
            action = self.addAction(journal_said(self._wording, folder).replace("&", "&&"))
            action.setData(folder)
        self.addSeparator()
        self.addAction(self._wording.text("&Clear this list"))
        self.menuAction().setVisible(bool(folders))

    def _on_triggered(self, action: QAction) -> None:
        folder = action.data()
        if isinstance(folder, Path):
            self.chosen.emit(folder)
        else:
            self.cleared.emit()


_Key = QKeySequence.StandardKey
_Line = tuple[Action, str, Callable[[], object]]
_KEYS: Mapping[Action, Keys] = MappingProxyType(
    {
        Action.OPEN: (_Key.Open,),
        Action.PREPARE_PAGE: ("Ctrl+Shift+V",),
        Action.SAVE_PDF: (_Key.Save,),
        Action.PRINT: (_Key.Print,),
        Action.QUIT: (_Key.Quit, "Ctrl+Q"),
        Action.ADD_MOMENT: ("Ctrl+N",),
        Action.SEARCH: (_Key.Find,),
        Action.TODAY: ("Ctrl+1",),
        Action.PLAN: ("Ctrl+2",),
        Action.JOURNAL: ("Ctrl+3",),
        Action.PROGRESS: ("Ctrl+4",),
        Action.VISIT_PAGE: ("Ctrl+5",),
        Action.VISITS: ("Ctrl+6",),
        Action.TEAM: ("Ctrl+7",),
        Action.ABOUT_CHILD: ("Ctrl+8",),
        Action.WEEK_GRID: ("Ctrl+9",),
        Action.SETTINGS: ("Ctrl+,",),
        Action.SAFE: ("Ctrl+Shift+K",),
        Action.LARGER_TEXT: (_Key.ZoomIn, "Ctrl+="),
        Action.SMALLER_TEXT: (_Key.ZoomOut,),
        Action.USUAL_TEXT: ("Ctrl+0",),
        Action.HIDE: ("F9",),
        Action.LOCK: (LOCK_KEY,),
        Action.HELP: (_Key.HelpContents,),
        Action.FIND_COMMAND: ("Ctrl+K",),
        Action.KEYS: ("Ctrl+/",),
        Action.FRIDGE_WEEK: ("Ctrl+Shift+P",),
        Action.TOGETHER: ("Ctrl+Shift+T",),
    }
)
_ROLES = MappingProxyType(
    {
        Action.QUIT: QAction.MenuRole.QuitRole,
        Action.SETTINGS: QAction.MenuRole.PreferencesRole,
        Action.ABOUT: QAction.MenuRole.AboutRole,
    }
)
_BEGINS_SECTION = {
    *(Action.IMPORT, Action.PREPARE_PAGE, Action.QUIT, Action.ADD_MOMENT, Action.ADD_CHILD),
    *(Action.JOURNAL, Action.VISITS, Action.ABOUT_CHILD, Action.SETTINGS, Action.LANGUAGE),
    *(Action.HIDE, Action.NEWS, Action.ABOUT),
}
_WRITES = {
    *(Action.ADD_MOMENT, Action.ADD_CHILD, Action.SHEET_PHOTO, Action.ADD_STRATEGY),
    *(Action.FOR_HELPER, Action.TAKE_PLAN, Action.PUT_AWAY),
}
_BY_PAGE = {Action.SAVE_PDF, Action.PRINT}
_EVERYWHERE = {Action.HIDE}
_OF_CHILD = {Action.PUT_AWAY, Action.OUTCOMES}
"""In no menu, but found where the child is."""


def menu_lines(wording: "Wording", does: "WindowActions") -> tuple[ActionLine, ...]:
    """Return the table in one language; undo and redo are added by the menus themselves."""
    menus = {
        MenuName.FILE: _file(wording, does),
        MenuName.EDIT: _edit(wording, does),
        MenuName.GO: _go(wording, does),
        MenuName.VIEW: _view(wording, does),
        MenuName.HELP: _help(wording, does),
    }
    in_menus = (_line(menu, *line) for menu, lines in menus.items() for line in lines)
    in_none = _in_no_menu(wording, does).items()
    beside = (_line(None, *line, where=where) for where, lines in in_none for line in lines)
    return (*in_menus, *beside)


def _line(
    menu: MenuName | None, what: Action, words: str, do: Callable[[], object], where: str = ""
) -> ActionLine:
    return ActionLine(
        what,
        menu,
        words,
        do,
        _KEYS.get(what, ()),
        by_page=what in _BY_PAGE,
        role=_ROLES.get(what, QAction.MenuRole.NoRole),
        section=what in _BEGINS_SECTION,
        writes=what in _WRITES,
        where=where,
        everywhere=what in _EVERYWHERE,
    )


def _file(wording: "Wording", does: "WindowActions") -> tuple[_Line, ...]:
    text = wording.text
    exchange = partial(does.open_page, "safe", "exchange")
    by_page = partial(partial, does.ask_page)
    return (
        (Action.NEW_JOURNAL, text("Ne&w journal…"), does.files.new_journal),
        (Action.OPEN, text("&Open…"), does.files.choose_file),
        (Action.IMPORT, text("&Import…"), exchange),
        (Action.EXPORT, text("&Export…"), exchange),
        (
            Action.PREPARE_PAGE,
            text("Prepare the page for the &next visit"),
            does.child.prepare_page,
        ),
        (Action.SAVE_PDF, text("&Save as PDF…"), by_page(Action.SAVE_PDF)),
        (Action.PRINT, text("&Print…"), by_page(Action.PRINT)),
        (Action.QUIT, text("&Quit"), does.close),
    )


def _edit(wording: "Wording", does: "WindowActions") -> tuple[_Line, ...]:
    text = wording.text
    return (
        (Action.ADD_MOMENT, text("&Add a moment"), does.add_moment),
        (Action.SEARCH, text("&Find in the journal…"), does.search),
        (Action.ADD_CHILD, text("Add a &child…"), does.child.add_child),
    )


def _go(wording: "Wording", does: "WindowActions") -> tuple[_Line, ...]:
    text, opens = wording.text, partial(partial, does.open_page)
    return (
        (Action.TODAY, text("&Today"), partial(does.go_to, "today")),
        (Action.WEEK_GRID, text("Type in a &week…"), opens("week_grid")),
        (Action.SHEET_PHOTO, text("Add a ph&oto of a sheet…"), does.child.photo_of_sheet),
        (Action.JOURNAL, text("&Journal"), partial(does.go_to, "journal")),
        (Action.PROGRESS, text("P&rogress"), opens("progress")),
        (Action.VISITS, text("V&isits"), opens("visits")),
        (Action.VISIT_PAGE, text("&Visit page"), opens("visit_page")),
        (Action.TEAM, text("Our t&eam"), opens("team")),
        (Action.ABOUT_CHILD, text("About our &child"), opens("about_child")),
        (Action.PLAN, text("&Plan"), does.open_plan),
        (Action.SETTINGS, text("&Settings…"), opens("settings")),
        (Action.SAFE, text("&Keep it safe…"), opens("safe")),
    )


def _view(wording: "Wording", does: "WindowActions") -> tuple[_Line, ...]:
    text = wording.text
    return (
        (Action.LARGER_TEXT, text("&Larger text"), does.larger_text),
        (Action.SMALLER_TEXT, text("&Smaller text"), does.smaller_text),
        (Action.USUAL_TEXT, text("&Usual text size"), does.usual_text),
        (Action.LANGUAGE, text("La&nguage…"), partial(does.open_page, "settings", "language")),
        (Action.HIDE, text("Hi&de the journal"), does.hide_journal),
        (Action.LOCK, text("Loc&k the journal"), does.lock_now),
    )


def _help(wording: "Wording", does: "WindowActions") -> tuple[_Line, ...]:
    text, shows = wording.text, does.help
    away = text("How do I write it down &away from the computer?")
    return (
        (Action.HELP, text("&Help with this page"), shows.show_help),
        (Action.FIND_COMMAND, text("&Find a command…"), shows.find_command),
        (Action.KEYS, text("&Keyboard shortcuts"), shows.show_keys),
        (Action.HELP_ON_PAPER, away, partial(shows.open_help, "away-from-the-computer")),
        (Action.EXAMPLE, text("Look around with an &example family"), does.files.open_example),
        (Action.TRY_PHOTO, text("Try an example &sheet…"), does.child.try_photo),
        (Action.NEWS, text("What’s &new"), partial(shows.open_help, "whats-new")),
        (Action.COPY_DETAILS, text("&Copy details for a report"), shows.copy_details),
        (Action.ABOUT, text("A&bout homejournal"), shows.show_about),
    )


def _in_no_menu(wording: "Wording", does: "WindowActions") -> dict[str, tuple[_Line, ...]]:
    """Return what stands on the page that it belongs to, and is found by its name from anywhere."""
    text, child, files = wording.text, does.child, does.files
    return {
        text("Plan"): (
            (Action.ADD_STRATEGY, text("Add a strategy"), does.add_strategy),
            (Action.TAKE_PLAN, text("Add a plan file…"), files.take_plan),
            (Action.HAND_OVER_PLAN, text("Hand over as a plan file…"), files.hand_over_plan),
        ),
        text("Today"): (
            (Action.FOR_HELPER, text("Today for a helper…"), child.today_for_helper),
            (Action.FRIDGE_WEEK, text("A week for the fridge…"), child.print_week),
            (Action.TOGETHER, text("All children together"), partial(does.go_to, "together")),
        ),
        text("Our child"): (
            (Action.PUT_AWAY, text("Put a journal away…"), child.put_away),
            (Action.OUTCOMES, text("Outcomes"), partial(does.open_page, "outcomes")),
        ),
        text("Outcomes"): ((Action.PACK, text("A pack for a meeting…"), child.make_pack),),
        text("Journal"): (
            (Action.BOOK, text("The journal as a book…"), child.keep_book),
            (Action.LIFE_EVENTS, text("Life events…"), child.life_events),
        ),
        text("Settings"): (
            (Action.REMINDERS, text("Reminders…"), child.open_reminders),
            (Action.PEOPLE, text("People who write here…"), child.people),
            (Action.FOLDER, text("Show the journal’s folder"), files.show_folder),
        ),
    }


def _tell_line() -> None:
    """Tell people who listen which line of the open menu is the chosen one."""
    menu = QApplication.activePopupWidget()
    chosen = menu.activeAction() if isinstance(menu, QMenu) else None
    if menu is not None and chosen is not None:
        focused = QAccessibleEvent(menu, QAccessible.Event.Focus)
        focused.setChild(menu.actions().index(chosen))
        QAccessible.updateAccessibility(focused)


class WindowMenus(QObject):
    """The menus of one language; what is in none of them is heard where `parent` is seen."""

    scheme_asked = Signal(object)
    steps: "tuple[QAction, QAction]"
    """Undo and redo, once they stand in their menu."""

    def __init__(self, bar: QMenuBar, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording, self._parent = wording, parent
        self._menus: dict[MenuName, QMenu] = {}
        self._lines: dict[QAction, ActionLine] = {}
        for shown in bar.actions():  # those of another language; `clear` would keep them all
            if (menu := shown.menu()) is not None:
                menu.deleteLater()
        bar.clear()
        for name in MenuName:
            menu = bar.addMenu(menu_title(wording, name))
            self._menus[name] = menu
        first = bar.actions()[0]
        opens = QShortcut(QKeySequence("F10"), parent)
        opens.activated.connect(lambda: bar.setActiveAction(first))
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_window)

    def _on_window(self) -> None:
        """Tell of the open menu again where a closed one has told of the field behind it."""
        if QAccessible.isActive() and isinstance(QApplication.activePopupWidget(), QMenu):
            QTimer.singleShot(0, self, _tell_line)

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
        recent = RecentMenu(self._wording, does.files.recent_journals, menu)
        recent.chosen.connect(does.files.open_journal)
        recent.cleared.connect(does.files.clear_recent)
        lines = menu.actions()
        menu.insertMenu(lines[lines.index(after) + 1], recent)

    def add_colors(self, scheme: Scheme) -> None:
        """Add the choice of colors to the View menu, under the text sizes."""
        view = self._menus[MenuName.VIEW]
        self._colors = QMenu(self._wording.text("&Colors"), view)
        group = QActionGroup(self._colors)
        for choice, words in scheme_names(self._wording):
            action = self._colors.addAction(words)
            action.setCheckable(True)
            action.setData(choice)
            group.addAction(action)
        view.insertMenu(self.action(Action.LANGUAGE), self._colors)
        self._colors.triggered.connect(self._on_scheme)
        self.show_scheme(scheme)

    def show_scheme(self, scheme: Scheme) -> None:
        for action in self._colors.actions():
            action.setChecked(action.data() is scheme)

    def speak_of(self, who: "Pronoun") -> None:
        """Say of the open child what the family says: she, he or neither."""
        wording = self._wording
        about, place = wording.text_about(who, "About our &child"), our_child(wording, who)
        for action, line in self._lines.items():
            if line.action is Action.ABOUT_CHILD:
                self._lines[action] = replace(line, text=about)
                action.setText(about)
            elif line.action in _OF_CHILD:
                self._lines[action] = replace(line, where=place)

    def allow(self, page: "Page | None", *, can_write: bool) -> None:
        """Enable what the open page and the journal make possible."""
        by_page = page.offers if page is not None else {}
        for action, line in self._lines.items():
            offered = not line.by_page or line.action in by_page
            action.setEnabled(offered and (can_write or not line.writes))

    def _add(self, line: ActionLine) -> None:
        menu = self._menus[line.menu] if line.menu is not None else None
        if menu is not None and line.section and menu.actions():
            menu.addSeparator()
        place = menu or self._parent
        action = QAction(line.text, place)
        if line.everywhere:
            # Only said: with two lines that have it, in two windows, neither would be called.
            said = line.shortcuts[0].toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{line.text}\t{said}")
        else:
            action.setShortcuts(line.shortcuts)
        action.setMenuRole(line.role)
        action.triggered.connect(self._on_triggered)
        place.addAction(action)
        self._lines[action] = line

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and action in self._lines:
            self._lines[action].do()

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
