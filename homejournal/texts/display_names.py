"""What children and the people who write are called: alike names are told apart."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from uuid import UUID

from homejournal.domain.names import (
    ChildName,
    HelperName,
    distinct_child_names,
    helper_names,
)
from homejournal.domain.records.children import Child
from homejournal.domain.records.family import Family
from homejournal.texts.wording import Wording


def names_said(wording: Wording, children: Iterable[Child]) -> Mapping[UUID, str]:
    """Return how the children are called by their ids; names that are alike are told apart."""
    found = distinct_child_names(children)
    return {child: child_said(wording, name) for child, name in found.items()}


def child_said(wording: Wording, child: ChildName) -> str:
    """Return a child's name, with what tells it from another one like it."""
    name = wording.own(child.name)
    if child.number is not None:
        name = f"{name} ({wording.number(child.number)})"
    if child.born is None:
        return name
    return wording.text("{child} – born {day}", child=name, day=wording.day(child.born))


Choice = tuple[UUID, str]


def helper_said(wording: Wording, name: HelperName) -> str:
    """Return a name, with its number where another one is like it: "Ana (2)"."""
    number = name.number
    return name.name if number is None else f"{name.name} ({wording.number(number)})"


def name_said(wording: Wording, family: Family, who: UUID | None) -> str:
    """Return a helper's name for the middle of a sentence; empty if unknown."""
    name = helper_names(family.helpers.values()).get(who) if who else None
    return wording.own(helper_said(wording, name)) if name else ""


def who_wrote(wording: Wording, family: Family, who: UUID | None) -> str:
    """Return a helper's name where more than one person writes; else it need not be said."""
    return name_said(wording, family, who) if len(family.writers) > 1 else ""


def people_to_choose(wording: Wording, family: Family, *also: UUID | None) -> list[Choice]:
    """Return who can be chosen, in the order in which they came; never by how often they write.

    Who is chosen already (`also`) is among them even after leaving the list.
    """
    names = helper_names(family.helpers.values())
    return [
        (id_, helper_said(wording, names[id_]))
        for id_, helper in family.helpers.items()
        if helper.left is None or id_ in also
    ]


def people_who_left(wording: Wording, family: Family) -> list[Choice]:
    """Return who is no longer on the list, in the order in which they came."""
    names = helper_names(family.helpers.values())
    left = (helper for helper in family.helpers.values() if helper.left is not None)
    return [(helper.id, helper_said(wording, names[helper.id])) for helper in left]


def everybody(wording: Wording, family: Family) -> list[Choice]:
    """Return everybody who ever could write: those on the list, then those who left it."""
    return [*people_to_choose(wording, family), *people_who_left(wording, family)]


def suggested_when(
    wording: Wording,
    who: str,
    since: date | None,
    visit: date | None,
    day: Callable[[date], str] | None = None,
) -> str:
    """Return who suggested a strategy, at which visit and since when, as far as it is known.

    `day` says a day where it is not said with its year.
    """
    if since is None:
        return wording.text("from {person}", person=who)
    day = day or wording.day
    first = day(since)
    if not who:
        return wording.text("since {day}", day=first)
    if visit is None:
        return wording.text("from {person}, since {day}", person=who, day=first)
    if visit == since:
        return wording.text("from {person}, at the visit on {day}", person=who, day=first)
    return wording.text(
        "from {person}, at the visit on {visit}, since {day}",
        person=who,
        visit=day(visit),
        day=first,
    )
