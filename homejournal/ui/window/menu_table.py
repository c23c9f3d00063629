"""Every line of the menus in one table: its words, its keys, and what it does."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from homejournal.ui.base.actions import LOCK_KEY, Action, ActionLine, MenuName

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording
    from homejournal.ui.window.actions import WindowActions

_Key = QKeySequence.StandardKey
_Text = Callable[[str], str]


def menu_lines(wording: "Wording", does: "WindowActions") -> tuple[ActionLine, ...]:
    """Return the table in one language; undo and redo are added by the menus themselves."""
    text = wording.text
    return (*_file(text, does), *_edit(text, does), *_view(text, does), *_help(text, does))


def _file(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    return (*_papers(text, does), *_journal(text, does))


def _papers(text: _Text, does: "WindowActions") -> tuple[ActionLine, ...]:
    menu = MenuName.FILE
    return (
        ActionLine(
            Action.PREPARE_PAGE,
            menu,
            text("Prepare the page for the &next visit"),
            does.prepare_page,
            ("Ctrl+Shift+V",),
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
        (Action.WEEK_GRID, text("Type in a &week…"), opens("week_grid"), "Ctrl+9"),
        (
            Action.TOGETHER,
            text("All c&hildren together"),
            partial(does.go_to, "together"),
            "Ctrl+Shift+T",
        ),
    )
    return tuple(
        ActionLine(what, MenuName.VIEW, words, do, (key,)) for what, words, do, key in lines
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
