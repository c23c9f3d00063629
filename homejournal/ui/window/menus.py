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
from homejournal.ui.base.actions import LOCK_KEY, Action, ActionLine, MenuName, menu_title
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
_OF_CHILD = {Action.PUT_AWAY, Action.OUTCOMES}
"""In no menu, but found where the child is."""
_Text = Callable[[str], str]


def menu_lines(wording: "Wording", does: "WindowActions") -> tuple[ActionLine, ...]:
    """Return the table in one language; undo and redo are added by the menus themselves."""
    text = wording.text
    in_menus = (*_file(text, does), *_edit(text, does), *_go(text, does), *_view(text, does))
    return (*in_menus, *_help(text, does), *_in_no_menu(text, does))


def _file(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    return (*_opening(text, does), *_papers(text, does))


def _opening(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    menu = MenuName.FILE
    return (
        ActionLine(Action.NEW_JOURNAL, menu, text("Ne&w journal…"), does.files.new_journal),
        ActionLine(Action.OPEN, menu, text("&Open…"), does.files.choose_file, (_Key.Open,)),
    )


def _papers(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    menu = MenuName.FILE
    exchange = partial(does.open_page, "safe", "exchange")
    return (
        ActionLine(Action.IMPORT, menu, text("&Import…"), exchange, section=True),
        ActionLine(Action.EXPORT, menu, text("&Export…"), exchange),
        ActionLine(
            Action.PREPARE_PAGE,
            menu,
            text("Prepare the page for the &next visit"),
            does.child.prepare_page,
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
            Action.ADD_CHILD,
            menu,
            text("Add a &child…"),
            does.child.add_child,
            section=True,
            writes=True,
        ),
    )


def _go(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    opens = partial(partial, does.open_page)
    lines = (
        (Action.TODAY, text("&Today"), partial(does.go_to, "today"), "Ctrl+1"),
        (Action.WEEK_GRID, text("Type in a &week…"), opens("week_grid"), "Ctrl+9"),
        (Action.SHEET_PHOTO, text("Add a ph&oto of a sheet…"), does.child.photo_of_sheet, ""),
        (Action.JOURNAL, text("&Journal"), partial(does.go_to, "journal"), "Ctrl+3"),
        (Action.PROGRESS, text("P&rogress"), opens("progress"), "Ctrl+4"),
        (Action.VISITS, text("V&isits"), opens("visits"), "Ctrl+6"),
        (Action.VISIT_PAGE, text("&Visit page"), opens("visit_page"), "Ctrl+5"),
        (Action.TEAM, text("Our t&eam"), opens("team"), "Ctrl+7"),
        (Action.ABOUT_CHILD, text("About our &child"), opens("about_child"), "Ctrl+8"),
        (Action.PLAN, text("&Plan"), does.open_plan, "Ctrl+2"),
        (Action.SAFE, text("&Keep it safe…"), opens("safe"), "Ctrl+Shift+K"),
    )
    begins = (Action.JOURNAL, Action.VISITS, Action.ABOUT_CHILD)
    pages = (
        ActionLine(
            what,
            MenuName.GO,
            words,
            do,
            (key,) if key else (),
            section=what in begins,
            writes=what is Action.SHEET_PHOTO,
        )
        for what, words, do, key in lines
    )
    settings = ActionLine(
        Action.SETTINGS,
        MenuName.GO,
        text("&Settings…"),
        opens("settings"),
        ("Ctrl+,",),
        role=QAction.MenuRole.PreferencesRole,
        section=True,
    )
    *before, safe = pages
    return (*before, settings, safe)


def _view(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    menu = MenuName.VIEW
    return (
        ActionLine(
            Action.LARGER_TEXT,
            menu,
            text("&Larger text"),
            does.larger_text,
            (_Key.ZoomIn, "Ctrl+="),
        ),
        ActionLine(
            Action.SMALLER_TEXT, menu, text("&Smaller text"), does.smaller_text, (_Key.ZoomOut,)
        ),
        ActionLine(Action.USUAL_TEXT, menu, text("&Usual text size"), does.usual_text, ("Ctrl+0",)),
        ActionLine(
            Action.LANGUAGE,
            menu,
            text("La&nguage…"),
            partial(does.open_page, "settings", "language"),
            section=True,
        ),
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
    )


def _help(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    menu = MenuName.HELP
    about = QAction.MenuRole.AboutRole
    return (
        ActionLine(
            Action.HELP,
            menu,
            text("&Help with this page"),
            does.help.show_help,
            (_Key.HelpContents,),
        ),
        ActionLine(
            Action.FIND_COMMAND, menu, text("&Find a command…"), does.help.find_command, ("Ctrl+K",)
        ),
        ActionLine(
            Action.KEYS, menu, text("&Keyboard shortcuts"), does.help.show_keys, ("Ctrl+/",)
        ),
        ActionLine(
            Action.HELP_ON_PAPER,
            menu,
            text("How do I write it down &away from the computer?"),
            partial(does.help.open_help, "away-from-the-computer"),
        ),
        ActionLine(
            Action.EXAMPLE,
            menu,
            text("Look around with an &example family"),
            does.files.open_example,
        ),
        ActionLine(Action.TRY_PHOTO, menu, text("Try an example &sheet…"), does.child.try_photo),
        ActionLine(
            Action.NEWS,
            menu,
            text("What’s &new"),
            partial(does.help.open_help, "whats-new"),
            section=True,
        ),
        ActionLine(
            Action.COPY_DETAILS, menu, text("&Copy details for a report"), does.help.copy_details
        ),
        ActionLine(
            Action.ABOUT,
            menu,
            text("A&bout homejournal"),
            does.help.show_about,
            role=about,
            section=True,
        ),
    )


def _in_no_menu(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    """Return what stands on the page that it belongs to, and is found by its name from anywhere."""
    today, child, plan = text("Today"), text("Our child"), text("Plan")
    journal, settings = text("Journal"), text("Settings")
    write = (
        (Action.ADD_STRATEGY, text("Add a strategy"), does.add_strategy, plan),
        (Action.FOR_HELPER, text("Today for a helper…"), does.child.today_for_helper, today),
        (Action.TAKE_PLAN, text("Add a plan file…"), does.files.take_plan, plan),
        (Action.PUT_AWAY, text("Put a journal away…"), does.child.put_away, child),
    )
    lines = (
        *write,
        (Action.FRIDGE_WEEK, text("A week for the fridge…"), does.child.print_week, today),
        (Action.TOGETHER, text("All children together"), partial(does.go_to, "together"), today),
        (Action.OUTCOMES, text("Outcomes"), partial(does.open_page, "outcomes"), child),
        (Action.HAND_OVER_PLAN, text("Hand over as a plan file…"), does.files.hand_over_plan, plan),
        (Action.PACK, text("A pack for a meeting…"), does.child.make_pack, text("Outcomes")),
        (Action.BOOK, text("The journal as a book…"), does.child.keep_book, journal),
        (Action.LIFE_EVENTS, text("Life events…"), does.child.life_events, journal),
        (Action.REMINDERS, text("Reminders…"), does.child.open_reminders, settings),
        (Action.PEOPLE, text("People who write here…"), does.child.people, settings),
        (Action.FOLDER, text("Show the journal’s folder"), does.files.show_folder, settings),
    )
    keys = {Action.FRIDGE_WEEK: ("Ctrl+Shift+P",), Action.TOGETHER: ("Ctrl+Shift+T",)}
    written = {line[0] for line in write}
    return tuple(
        ActionLine(what, None, words, do, keys.get(what, ()), writes=what in written, where=where)
        for what, words, do, where in lines
    )


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
        """Check the colors that are worn."""
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
