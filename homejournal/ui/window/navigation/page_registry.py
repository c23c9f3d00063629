"""Which pages the window has, in one table; each is imported when it is first opened."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.base.page import Page

FIRST_START = "first_start"
PUT_AWAY = "put_away"
"""Stands where Today would, for a child whose journal is put away."""
SAFE = "safe"
"""Opens without a child, too: a copy may bring one back."""


class PageEntry(NamedTuple):
    """How a page is made, what it is called, and its icon where the navigation has it."""

    make: "Callable[[Desk], Page]"
    title: "Callable[[Wording], str]"
    icon: str = ""
    short: "Callable[[Wording], str] | None" = None
    """What it is called where the words stand small under its icon, if that is something else."""


def page_title(wording: "Wording", name: str) -> str:
    """Return what a page is called in the navigation."""
    return _PAGES[name].title(wording)


def short_title(wording: "Wording", name: str) -> str:
    """Return what a page is called where the words stand small under its icon."""
    return (_PAGES[name].short or _PAGES[name].title)(wording)


def page_icon(name: str) -> str:
    """Return the name of a page's icon, or nothing where it is not in the navigation."""
    return _PAGES[name].icon


def can_come_back(name: str) -> bool:
    """Return whether a window may come back to a page: there is one, and it is not the usual."""
    return name in _PAGES and name not in {PAGES[0], PUT_AWAY, FIRST_START}


def make_page(name: str, desk: "Desk") -> "Page":
    """Make a page; KeyError for a name that no page has."""
    return _PAGES[name].make(desk)


def _today(desk: "Desk") -> "Page":
    from homejournal.ui.today.page import TodayPage

    return TodayPage(desk)


def _plan(desk: "Desk") -> "Page":
    from homejournal.ui.child.plan.page import PlanPage

    return PlanPage(desk)


def _journal(desk: "Desk") -> "Page":
    from homejournal.ui.journal.page import JournalPage

    return JournalPage(desk)


def _progress(desk: "Desk") -> "Page":
    from homejournal.ui.progress.page import ProgressPage

    return ProgressPage(desk)


def _visit_page(desk: "Desk") -> "Page":
    from homejournal.ui.visits.page.page import VisitPagePage

    return VisitPagePage(desk)


def _visits(desk: "Desk") -> "Page":
    from homejournal.ui.visits.coming.page import VisitsPage

    return VisitsPage(desk)


def _team(desk: "Desk") -> "Page":
    from homejournal.ui.visits.team.page import TeamPage

    return TeamPage(desk)


def _about_child(desk: "Desk") -> "Page":
    from homejournal.ui.child.about.page import AboutChildPage

    return AboutChildPage(desk)


def _week_grid(desk: "Desk") -> "Page":
    from homejournal.ui.week_grid.page import WeekGridPage

    return WeekGridPage(desk)


def _together(desk: "Desk") -> "Page":
    from homejournal.ui.together.page import TogetherPage

    return TogetherPage(desk)


def _put_away(desk: "Desk") -> "Page":
    from homejournal.ui.child.about.put_away import PutAwayPage

    return PutAwayPage(desk)


def _settings(desk: "Desk") -> "Page":
    from homejournal.ui.settings.page import SettingsPage

    return SettingsPage(desk)


def _safe(desk: "Desk") -> "Page":
    from homejournal.ui.safe.page import SafePage

    return SafePage(desk)


def _first_start(desk: "Desk") -> "Page":
    from homejournal.ui.first_start.page import FirstStartPage

    return FirstStartPage(desk)


_PAGES: "Mapping[str, PageEntry]" = {
    "today": PageEntry(_today, lambda w: w.text("Today"), "sun"),
    "plan": PageEntry(_plan, lambda w: w.text("Plan"), "bulb"),
    "journal": PageEntry(_journal, lambda w: w.text("Journal"), "book-2"),
    "progress": PageEntry(_progress, lambda w: w.text("Progress"), "chart-line"),
    "visit_page": PageEntry(
        _visit_page, lambda w: w.text("Visit page"), "printer", lambda w: w.text("Page")
    ),
    "visits": PageEntry(_visits, lambda w: w.text("Visits"), "calendar-heart"),
    "team": PageEntry(_team, lambda w: w.text("Our team"), "users"),
    "about_child": PageEntry(
        _about_child, lambda w: w.text("About our child"), "heart", lambda w: w.text("Our child")
    ),
    "week_grid": PageEntry(_week_grid, lambda w: w.text("Type in a week")),
    "settings": PageEntry(_settings, lambda w: w.text("Settings"), "settings"),
    SAFE: PageEntry(_safe, lambda w: w.text("Keep it safe")),
    "together": PageEntry(_together, lambda w: w.text("All children together")),
    PUT_AWAY: PageEntry(_put_away, lambda w: w.text("Put away")),
    FIRST_START: PageEntry(_first_start, lambda w: w.text("Welcome")),
}
"""Each page by its name, which `asks_for` uses, too; those with an icon in their order there."""
PAGES = tuple(name for name, page in _PAGES.items() if page.icon and name != "settings")
"""The names of the pages in the order of the navigation; the settings stand at its foot."""
