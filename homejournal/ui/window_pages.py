"""Which pages the window has, and their making; each is imported when it is first opened."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording
    from homejournal.ui.desk import Desk
    from homejournal.ui.page import Page

PAGES = ("today", "plan", "journal", "progress", "visit_page")
"""The names of the pages in the order of the navigation; `asks_for` uses them, too."""
FIRST_START = "first_start"

ICONS = {
    "today": "sun",
    "plan": "bulb",
    "journal": "book-2",
    "progress": "chart-line",
    "visit_page": "printer",
}


def page_title(wording: "Wording", name: str) -> str:
    """Return what a page is called in the navigation."""
    match name:
        case "today":
            return wording.text("Today")
        case "plan":
            return wording.text("Plan")
        case "journal":
            return wording.text("Journal")
        case "progress":
            return wording.text("Progress")
        case "visit_page":
            return wording.text("Visit page")
        case _:
            return wording.text("Welcome")


def short_title(wording: "Wording", name: str) -> str:
    """Return what a page is called where the words stand small under its icon."""
    return wording.text("Page") if name == "visit_page" else page_title(wording, name)


def make_page(name: str, desk: "Desk") -> "Page":
    """Make a page; KeyError for a name that no page has."""
    match name:
        case "today":
            from homejournal.ui.pages.today import TodayPage

            return TodayPage(desk)
        case "plan":
            from homejournal.ui.pages.plan import PlanPage

            return PlanPage(desk)
        case "journal":
            from homejournal.ui.pages.journal import JournalPage

            return JournalPage(desk)
        case "progress":
            from homejournal.ui.pages.progress import ProgressPage

            return ProgressPage(desk)
        case "visit_page":
            from homejournal.ui.pages.visit_page import VisitPagePage

            return VisitPagePage(desk)
        case "first_start":
            from homejournal.ui.pages.first_start import FirstStartPage

            return FirstStartPage(desk)
        case _:
            raise KeyError(name)
