"""Whose journal the window shows, which page fits (one put away has a quiet one), its title."""

from typing import TYPE_CHECKING

from homejournal.ui.window.navigation.page_registry import FIRST_START, PAGES, PUT_AWAY, SAFE

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.domain.days.periods import JournalSettings
    from homejournal.domain.records.family import Family
    from homejournal.texts.wording import Wording
    from homejournal.ui.base.page import Page


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
    if name in {PAGES[0], PUT_AWAY} and place is None:
        return PUT_AWAY if is_put_away(child) else PAGES[0]
    return name


def window_title(wording: "Wording", page: "Page | None", settings: "JournalSettings") -> str:
    """Return what stands over the window: the page, whose journal where it is the example's."""
    said = (
        page.title if page is not None else "",
        wording.text("Example family") if settings.example else "",
        wording.text("homejournal"),
    )
    return " – ".join(filter(None, said))
