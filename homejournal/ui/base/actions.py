"""Every action of the window in one table: its menu, its words, its keys, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QAction, QKeySequence

from homejournal.texts.wording import Wording
from homejournal.ui.base.key_characters import with_arabic

_Key = QKeySequence.StandardKey
Keys = tuple[QKeySequence | QKeySequence.StandardKey | str, ...]
LOCK_KEY = "Ctrl+L"


class MenuName(Enum):
    """The menus of the menu bar, in their order."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One line of a menu. `does` names the method of the window that it calls.

    `page_does` names what the open page must offer for the line to be possible.
    """

    name: str
    menu: MenuName
    text: str
    does: str
    keys: Keys = ()
    page_does: str = ""
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    section: bool = False
    """Whether a line is drawn above it."""
    writes: bool = False
    """Whether it needs a journal that can be written."""
    everywhere: bool = False
    """Whether its keys are heard in every window, by something else than the menu."""

    @property
    def shortcuts(self) -> list[QKeySequence]:
        """Return its keys, each once: one that is a desktop's own and ours would call nothing.

        An Arabic keyboard without Latin letters has its own on the same keys.
        """
        keys = with_arabic(QKeySequence(keys) for keys in self.keys)
        return [one for at, one in enumerate(keys) if one not in keys[:at]]


def action_lines(wording: Wording) -> tuple[ActionLine, ...]:
    """Return the table in one language; undo and redo are added by the window itself."""
    return (*_file(wording.text), *_edit(wording.text), *_view(wording.text), *_help(wording.text))


def menu_title(wording: Wording, menu: MenuName) -> str:
    """Return the title of a menu."""
    match menu:
        case MenuName.FILE:
            return wording.text("&File")
        case MenuName.EDIT:
            return wording.text("&Edit")
        case MenuName.VIEW:
            return wording.text("&View")
        case MenuName.HELP:
            return wording.text("&Help")


def _file(text: Callable[[str], str]) -> tuple[ActionLine, ...]:
    menu = MenuName.FILE
    quits = QAction.MenuRole.QuitRole
    return (
        ActionLine(
            "prepare",
            menu,
            text("Prepare the page for the &next visit"),
            "prepare_page",
            ("Ctrl+Shift+V",),
        ),
        ActionLine("save_pdf", menu, text("&Save as PDF…"), "save_pdf", (_Key.Save,), "save_pdf"),
        ActionLine("print", menu, text("&Print…"), "print_page", (_Key.Print,), "print_page"),
        ActionLine(
            "fridge", menu, text("A week for the f&ridge…"), "print_week", ("Ctrl+Shift+P",)
        ),
        ActionLine("pack", menu, text("A pack for a &meeting…"), "make_pack"),
        ActionLine("book", menu, text("The journal as a &book…"), "keep_book"),
        ActionLine(
            "take_plan",
            menu,
            text("&Add a plan file…"),
            "take_plan",
            section=True,
            writes=True,
        ),
        ActionLine("hand_over_plan", menu, text("Hand &over as a plan file…"), "hand_over_plan"),
        ActionLine(
            "example",
            menu,
            text("Look around with an &example family"),
            "open_example",
            section=True,
        ),
        ActionLine("folder", menu, text("Show the journal’s &folder"), "show_folder"),
        ActionLine("safe", menu, text("&Keep it safe…"), "open_safe", ("Ctrl+Shift+K",)),
        ActionLine("quit", menu, text("&Quit"), "close", (_Key.Quit, "Ctrl+Q"), "", quits, True),
    )


def _edit(text: Callable[[str], str]) -> tuple[ActionLine, ...]:
    menu = MenuName.EDIT
    return (
        ActionLine(
            "new", menu, text("&Add a moment"), "add_moment", ("Ctrl+N",), section=True, writes=True
        ),
        ActionLine("search", menu, text("&Find in the journal…"), "search", (_Key.Find,)),
        ActionLine("child", menu, text("Add a &child…"), "add_child", section=True, writes=True),
        ActionLine("put_away", menu, text("Put a &journal away…"), "put_away", writes=True),
        ActionLine("life_events", menu, text("L&ife events…"), "life_events"),
        ActionLine("reminders", menu, text("Re&minders…"), "open_reminders"),
        ActionLine("people", menu, text("People who &write here…"), "people"),
        ActionLine(
            "for_helper", menu, text("Today for a &helper…"), "today_for_helper", writes=True
        ),
    )


def _view(text: Callable[[str], str]) -> tuple[ActionLine, ...]:
    return (*_pages(text), *_look(text))


def _pages(text: Callable[[str], str]) -> tuple[ActionLine, ...]:
    menu = MenuName.VIEW
    return (
        ActionLine("today", menu, text("&Today"), "open_today", ("Ctrl+1",)),
        ActionLine("plan", menu, text("&Plan"), "open_plan", ("Ctrl+2",)),
        ActionLine("journal", menu, text("&Journal"), "open_journal_page", ("Ctrl+3",)),
        ActionLine("progress", menu, text("P&rogress"), "open_progress", ("Ctrl+4",)),
        ActionLine("visit_page", menu, text("&Visit page"), "open_visit_page", ("Ctrl+5",)),
        ActionLine("visits", menu, text("V&isits"), "open_visits", ("Ctrl+6",)),
        ActionLine("team", menu, text("Our t&eam"), "open_team", ("Ctrl+7",)),
        ActionLine("about_child", menu, text("About our &child"), "open_about_child", ("Ctrl+8",)),
        ActionLine("week_grid", menu, text("Type in a &week…"), "open_week_grid", ("Ctrl+9",)),
        ActionLine(
            "together",
            menu,
            text("All c&hildren together"),
            "open_together",
            ("Ctrl+Shift+T",),
        ),
    )


def _look(text: Callable[[str], str]) -> tuple[ActionLine, ...]:
    menu = MenuName.VIEW
    return (
        ActionLine(
            "larger",
            menu,
            text("&Larger text"),
            "larger_text",
            (_Key.ZoomIn, "Ctrl+="),
            section=True,
        ),
        ActionLine("smaller", menu, text("&Smaller text"), "smaller_text", (_Key.ZoomOut,)),
        ActionLine("usual", menu, text("&Usual text size"), "usual_text", ("Ctrl+0",)),
        ActionLine(
            "hide",
            menu,
            text("Hi&de the journal"),
            "hide_journal",
            ("F9",),
            section=True,
            everywhere=True,
        ),
        ActionLine("lock", menu, text("Loc&k the journal"), "lock_now", (LOCK_KEY,)),
        ActionLine(
            "settings",
            menu,
            text("&Settings…"),
            "open_settings",
            ("Ctrl+,",),
            role=QAction.MenuRole.PreferencesRole,
            section=True,
        ),
    )


def _help(text: Callable[[str], str]) -> tuple[ActionLine, ...]:
    menu = MenuName.HELP
    about = QAction.MenuRole.AboutRole
    return (
        ActionLine("help", menu, text("&Help with this page"), "show_help", (_Key.HelpContents,)),
        ActionLine("keys", menu, text("&Keyboard shortcuts"), "show_keys", ("Ctrl+/",)),
        ActionLine("find", menu, text("&Find a command…"), "find_command", ("Ctrl+K",)),
        ActionLine(
            "paper", menu, text("How do I write it down &away from the computer?"), "show_paper"
        ),
        ActionLine("news", menu, text("What’s &new"), "show_news", section=True),
        ActionLine("copy_details", menu, text("&Copy details for a report"), "copy_details"),
        ActionLine("about", menu, text("A&bout homejournal"), "show_about", (), "", about, True),
    )
