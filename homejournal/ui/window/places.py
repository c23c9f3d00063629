"""The six places of the window: their pages with the words of their tabs, and the one open last."""

from typing import TYPE_CHECKING, NamedTuple

from homejournal.ui.window.pages import FIRST_START, PUT_AWAY, SAFE, TODAY, has_page

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import date
    from uuid import UUID

    from homejournal.domain.records.children import Pronoun
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.texts.wording import Wording


class Place(NamedTuple):
    """A place in the side bar; with several pages, it shows a tab for each of them."""

    name: str
    title: "Callable[[Wording], str]"
    icon: str
    tabs: "Mapping[str, Callable[[Wording], str]]"
    """Its pages by name and in order, with the words of their tabs."""
    within: tuple[str, ...] = ()
    """Pages without a tab, which stand here, too."""


OUR_CHILD = "our_child"


def our_child(wording: "Wording", who: "Pronoun") -> str:
    """Return what the place about a child is called, as the family speaks of the child."""
    return wording.text_about(who, "Our child")


PLACES = (
    Place(
        TODAY,
        lambda w: w.text("Today"),
        "sun",
        {TODAY: lambda w: w.text("Today")},
        ("week_grid", "together", PUT_AWAY),
    ),
    Place(
        "journal",
        lambda w: w.text("Journal"),
        "book-2",
        {"journal": lambda w: w.text("Journal")},
    ),
    Place(
        "progress",
        lambda w: w.text("Progress"),
        "chart-line",
        {"progress": lambda w: w.text("Progress")},
    ),
    Place(
        "visits",
        lambda w: w.text("Visits"),
        "calendar-heart",
        {
            "visits": lambda w: w.text("Next visit"),
            "visit_page": lambda w: w.text("Visit page"),
            "team": lambda w: w.text("Our team"),
        },
    ),
    Place(
        OUR_CHILD,
        lambda w: w.text("Our child"),
        "heart",
        {
            "about_child": lambda w: w.text("About"),
            "plan": lambda w: w.text("Plan"),
            "outcomes": lambda w: w.text("Outcomes"),
        },
    ),
    Place(
        "settings",
        lambda w: w.text("Settings"),
        "settings",
        {
            "settings": lambda w: w.text("Settings"),
            SAFE: lambda w: w.text("Keep it safe"),
        },
    ),
)
"""In their order in the side bar; the last stands at its foot."""
PAGES = tuple(page for place in PLACES for page in place.tabs if has_page(page))
"""The names of all pages that a place opens."""


def place_of(page: str) -> Place | None:
    """Return the place that a page is in; the first start is in none."""
    found = (one for one in PLACES if page in one.tabs or page in one.within)
    return None if page == FIRST_START else next(found, None)


def tabs_shown(place: Place, page: str, hidden: "Collection[str]" = ()) -> tuple[str, ...]:
    """Return the pages that a place has a tab for while one of them is open.

    What is `hidden` shows its tab only while it is open; a place with one page has none.
    """
    shown = [one for one in place.tabs if has_page(one) and (one == page or one not in hidden)]
    return tuple(shown) if len(shown) > 1 and page in shown else ()


def waiting_pages(journal: "FamilyJournal", child: "UUID | None") -> frozenset[str]:
    """Return the pages that wait in a calm first month: they have no tab unless they are open."""
    from homejournal.domain.journal.calm_month import Later  # nothing of it before the paint

    return frozenset(() if journal.shows(Later.OUTCOMES, child) else ("outcomes",))


def has_tab(page: str) -> bool:
    """Return whether a tab over a page says its title."""
    place = place_of(page)
    return place is not None and bool(tabs_shown(place, page))


class LastPages:
    """Which page of each place was open last; on another day a place begins at its first."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[date, str]] = {}

    def opened(self, page: str, today: "date") -> None:
        """Remember that a page was opened today."""
        place = place_of(page)
        if place is not None and page in place.tabs:
            self._last[place.name] = today, page

    def page_of(self, name: str, today: "date") -> str:
        """Return the page at which a place opens."""
        (place,) = (one for one in PLACES if one.name == name)
        day, page = self._last.get(name, (None, ""))
        return page if day == today else next(iter(place.tabs))
