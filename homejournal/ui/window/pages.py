"""How each page of the window is made, which of them fits, and the one that was open last."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from homejournal.domain.days.periods import JournalSettings
    from homejournal.domain.records.family import Family
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.base.page import Page
    from homejournal.ui.base.preferences import Preferences


TODAY = "today"
FIRST_START = "first_start"
PUT_AWAY = "put_away"
"""Stands where Today would, for a child whose journal is put away."""
SAFE = "safe"
"""Opens without a child, too: a copy may bring one back."""


def has_page(name: str) -> bool:
    return name in _MAKE


def can_come_back(name: str) -> bool:
    """Return whether a window may come back to a page: there is one, and it is not the usual."""
    return name in _MAKE and name not in {TODAY, PUT_AWAY, FIRST_START}


def make_page(name: str, desk: "Desk", parent: QWidget) -> "Page":
    """Make a page where it is shown; KeyError for a name that no page has.

    In its place from the start: Qt looks up the style of every part anew where a page is moved.
    """
    return _MAKE[name](desk, parent)


def _today(desk: "Desk", parent: QWidget) -> "Page":
    from homejournal.ui.today.page import TodayPage

    return TodayPage(desk, parent)


def _plan(desk: "Desk", parent: QWidget) -> "Page":
    from homejournal.ui.child.plan.page import PlanPage

    return PlanPage(desk, parent)


def _journal(desk: "Desk", parent: QWidget) -> "Page":
    from homejournal.ui.journal.page import JournalPage

    return JournalPage(desk, parent)


def _progress(desk: "Desk", parent: QWidget) -> "Page":
    from homejournal.ui.progress.page import ProgressPage

    return ProgressPage(desk, parent)


def _visit_page(desk: "Desk", parent: QWidget) -> "Page":
    from homejournal.ui.visits.page.page import VisitPagePage

    return VisitPagePage(desk, parent)


def _visits(desk: "Desk", parent: QWidget) -> "Page":
    from homejournal.ui.visits.coming.page import VisitsPage

    return VisitsPage(desk, parent)


def _team(desk: "Desk", parent: QWidget) -> "Page":
    from homejournal.ui.visits.team.page import TeamPage

    return TeamPage(desk, parent)


def _about_child(desk: "Desk", parent: QWidget) -> "Page":
    from homejournal.ui.child.about.page import AboutChildPage

    return AboutChildPage(desk, parent)


def _outcomes(desk: "Desk", parent: QWidget) -> "Page":
    from homejournal.ui.child.outcomes.page import OutcomesPage

    return OutcomesPage(desk, parent)


def _week_grid(desk: "Desk", parent: QWidget) -> "Page":
    from homejournal.ui.week_grid.page import WeekGridPage

    return WeekGridPage(desk, parent)


def _together(desk: "Desk", parent: QWidget) -> "Page":
    from homejournal.ui.together.page import TogetherPage

    return TogetherPage(desk, parent)


def _put_away(desk: "Desk", parent: QWidget) -> "Page":
    from homejournal.ui.child.about.put_away import PutAwayPage

    return PutAwayPage(desk, parent)


def _settings(desk: "Desk", parent: QWidget) -> "Page":
    from homejournal.ui.settings.page import SettingsPage

    return SettingsPage(desk, parent)


def _safe(desk: "Desk", parent: QWidget) -> "Page":
    from homejournal.ui.safe.page import SafePage

    return SafePage(desk, parent)


def _first_start(desk: "Desk", parent: QWidget) -> "Page":
    from homejournal.ui.first_start import FirstStartPage

    return FirstStartPage(desk, parent)


_MAKE: "Mapping[str, Callable[[Desk, QWidget], Page]]" = {
    TODAY: _today,
    "plan": _plan,
    "journal": _journal,
    "progress": _progress,
    "visit_page": _visit_page,
    "visits": _visits,
    "team": _team,
    "about_child": _about_child,
    "outcomes": _outcomes,
    "week_grid": _week_grid,
    "settings": _settings,
    SAFE: _safe,
    "together": _together,
    PUT_AWAY: _put_away,
    FIRST_START: _first_start,
}
"""Each page by its name, which `asks_for` uses, too."""
PAGE_NAMES = tuple(_MAKE)


def first_child(family: "Family", known: "UUID | None") -> "UUID | None":
    """Return whose journal a window begins with: the one shown last, unless it was put away."""
    from homejournal.domain.records.family import (
        active_children,  # nothing of the journal before the paint
    )

    going_on = [child.id for child in active_children(family)]
    if known in going_on:
        return known
    return next(iter([*going_on, *family.children]), None)


def child_after(family: "Family", shown: "UUID | None") -> "UUID | None":
    """Return who is shown after a change: the same child, else the one that came last."""
    from homejournal.domain.records.family import active_children

    if shown in family.children:
        return shown
    going_on = [child.id for child in active_children(family)]
    return next(reversed([*family.children, *going_on]), None)


def fitting_page(family: "Family", shown: "UUID | None", name: str, place: object) -> str:
    """Return which page opens where one is asked for by name, perhaps at a day.

    Today asks how it went, so a journal put away opens on a page that asks nothing.
    """
    from homejournal.domain.records.family import is_put_away

    child = family.children.get(shown) if shown is not None else None
    if child is None:
        return name if name == SAFE else FIRST_START
    if name in {TODAY, PUT_AWAY} and place is None:
        return PUT_AWAY if is_put_away(child) else TODAY
    return name


def window_title(wording: "Wording", page: "Page | None", settings: "JournalSettings") -> str:
    """Return what stands over the window: the page, whose journal where it is the example's."""
    said = (
        page.title if page is not None else "",
        wording.text("Example family") if settings.example else "",
        wording.text("homejournal"),
    )
    return " – ".join(filter(None, said))


_KEY = "page"
_AT_WORK = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.Wheel,
    }
)


def remember_page(preferences: "Preferences", name: str, today: date) -> None:
    """Remember which page is open on which of the family's days."""
    preferences.remember(_KEY, f"{today.isoformat()} {name}")


def page_of(preferences: "Preferences", today: date) -> str | None:
    """Return the page to come back to: a new day begins with Today, and so does any doubt."""
    day, _, name = (preferences.remembered(_KEY) or "").partition(" ")
    return name if day == today.isoformat() and can_come_back(name) else None


class LastPage(QObject):
    """Watches until all is loaded: where somebody has begun to work by then, nothing moves."""

    def __init__(self, name: str, window: QWidget) -> None:
        super().__init__(window)
        self.name = name
        self._at_work = False
        self._handle = window.windowHandle()
        if self._handle is not None:
            # What comes from outside comes here first, however deep the part is that it is for.
            self._handle.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._at_work = self._at_work or event.type() in _AT_WORK
        return False

    def may_come(self) -> bool:
        """Stop watching; return whether nobody has pressed anything since the start."""
        if self._handle is not None:
            self._handle.removeEventFilter(self)
        self.deleteLater()
        return not self._at_work
