"""What the window can be asked for by a menu, a key or a page, and how a line of a menu is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QAction, QKeySequence

from homejournal.texts.wording import Wording
from homejournal.ui.base.keys import with_arabic

Keys = tuple[QKeySequence | QKeySequence.StandardKey | str, ...]
LOCK_KEY = "Ctrl+L"


class Action(Enum):
    """What the window does when it is asked; `Page.offers` has those that a page does itself."""

    NEW_JOURNAL = "new_journal"
    OPEN = "open"
    PREPARE_PAGE = "prepare"
    SAVE_PDF = "save_pdf"
    PRINT = "print"
    FRIDGE_WEEK = "fridge"
    SHEET_PHOTO = "sheet_photo"
    TRY_PHOTO = "try_photo"
    PACK = "pack"
    BOOK = "book"
    TAKE_PLAN = "take_plan"
    HAND_OVER_PLAN = "hand_over_plan"
    EXAMPLE = "example"
    FOLDER = "folder"
    IMPORT = "import"
    EXPORT = "export"
    LANGUAGE = "language"
    SAFE = "safe"
    QUIT = "quit"
    ADD_MOMENT = "new"
    SEARCH = "search"
    ADD_STRATEGY = "add_strategy"
    ADD_CHILD = "child"
    PUT_AWAY = "put_away"
    LIFE_EVENTS = "life_events"
    REMINDERS = "reminders"
    PEOPLE = "people"
    FOR_HELPER = "for_helper"
    TODAY = "today"
    PLAN = "plan"
    JOURNAL = "journal"
    PROGRESS = "progress"
    VISIT_PAGE = "visit_page"
    VISITS = "visits"
    TEAM = "team"
    ABOUT_CHILD = "about_child"
    OUTCOMES = "outcomes"
    WEEK_GRID = "week_grid"
    TOGETHER = "together"
    LARGER_TEXT = "larger"
    SMALLER_TEXT = "smaller"
    USUAL_TEXT = "usual"
    HIDE = "hide"
    LOCK = "lock"
    SETTINGS = "settings"
    HELP = "help"
    KEYS = "keys"
    FIND_COMMAND = "find"
    HELP_ON_PAPER = "paper"
    NEWS = "news"
    COPY_DETAILS = "copy_details"
    ABOUT = "about"
    # In no menu, but asked for by pages, or of a page by the list of commands.
    SHOW_TIMER = "timer"
    SHOW_DAMAGE = "damage"
    REOPEN = "reopen"
    ERASE = "erase"
    SAVE_CALENDAR = "save_calendar"
    LEAVE_OUT_DAYS = "leave_out_days"
    SHOW_DELETED = "show_deleted"
    EXPORT_FITTING = "export_fitting"


Offers = Mapping[Action, Callable[[], object]]
"""What a part does for each action that it can be asked for."""


class MenuName(Enum):
    """The menus of the menu bar, in their order."""

    FILE = "file"
    EDIT = "edit"
    GO = "go"
    VIEW = "view"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One line of a menu, and what it does."""

    action: Action
    menu: MenuName | None
    """None for what has only its keys and its line in the search for a command."""
    text: str
    do: Callable[[], object]
    keys: Keys = ()
    by_page: bool = False
    """Whether the open page does it, so that it is possible only where the page offers it."""
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    section: bool = False
    """Whether a line is drawn above it."""
    writes: bool = False
    """Whether it needs a journal that can be written."""
    where: str = ""
    """The page on which it is found, too, where it is in no menu."""
    everywhere: bool = False
    """Whether its keys are heard in every window, by something else than the menu."""

    @property
    def shortcuts(self) -> list[QKeySequence]:
        """Return its keys, each once: one that is a desktop's own and ours would call nothing.

        An Arabic keyboard without Latin letters has its own on the same keys.
        """
        keys = with_arabic(QKeySequence(keys) for keys in self.keys)
        return [sequence for at, sequence in enumerate(keys) if sequence not in keys[:at]]


def menu_title(wording: Wording, menu: MenuName) -> str:
    match menu:
        case MenuName.FILE:
            return wording.text("&File")
        case MenuName.EDIT:
            return wording.text("&Edit")
        case MenuName.GO:
            return wording.text("&Go")
        case MenuName.VIEW:
            return wording.text("&View")
        case MenuName.HELP:
            return wording.text("&Help")
