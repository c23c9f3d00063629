"""Which pages the window has, and their making; each is imported when it is first opened."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.base.page import Page

PAGES = ("today", "plan", "journal", "progress", "visit_page", "visits", "team", "about_child")
"""The names of the pages in the order of the navigation; `asks_for` uses them, too."""
FIRST_START = "first_start"
PUT_AWAY = "put_away"
"""Stands where Today would, for a child whose journal is put away."""
SAFE = "safe"
"""Opens without a child, too: a copy may bring one back."""

ICONS = {
    "today": "sun",
    "plan": "bulb",
    "journal": "book-2",
    "progress": "chart-line",
    "visit_page": "printer",
    "visits": "calendar-heart",
    "team": "users",
    "about_child": "heart",
    "settings": "settings",
}
_TITLES: "Mapping[str, Callable[[Wording], str]]" = {
    "today": lambda w: w.text("Today"),
    "plan": lambda w: w.text("Plan"),
    "journal": lambda w: w.text("Journal"),
    "progress": lambda w: w.text("Progress"),
    "visit_page": lambda w: w.text("Visit page"),
    "visits": lambda w: w.text("Visits"),
    "team": lambda w: w.text("Our team"),
    "about_child": lambda w: w.text("About our child"),
    "week_grid": lambda w: w.text("Type in a week"),
    "settings": lambda w: w.text("Settings"),
    SAFE: lambda w: w.text("Keep it safe"),
    "together": lambda w: w.text("All children together"),
    PUT_AWAY: lambda w: w.text("Put away"),
}


def page_title(wording: "Wording", name: str) -> str:
    """Return what a page is called in the navigation."""
    title = _TITLES.get(name)
    return title(wording) if title else wording.text("Welcome")


def short_title(wording: "Wording", name: str) -> str:
    """Return what a page is called where the words stand small under its icon."""
    if name == "about_child":
        return wording.text("Our child")
    return wording.text("Page") if name == "visit_page" else page_title(wording, name)


def can_come_back(name: str) -> bool:
    """Return whether a window may come back to a page: there is one, and it is not the usual."""
    return name in _TITLES and name not in {PAGES[0], PUT_AWAY}


def make_page(name: str, desk: "Desk") -> "Page":
    """Make a page; KeyError for a name that no page has."""
    return _MAKERS[name](desk)


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


_MAKERS: "Mapping[str, Callable[[Desk], Page]]" = {
    "today": _today,
    "plan": _plan,
    "journal": _journal,
    "progress": _progress,
    "visit_page": _visit_page,
    "visits": _visits,
    "team": _team,
    "about_child": _about_child,
    "week_grid": _week_grid,
    "settings": _settings,
    SAFE: _safe,
    "together": _together,
    PUT_AWAY: _put_away,
    FIRST_START: _first_start,
}
