"""The children of the home in words: their names, apart where they are alike."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from homejournal.domain.names.child_names import ChildName, names_apart
from homejournal.domain.records.children import Child
from homejournal.texts.wording import Wording


def names_said(wording: Wording, children: Iterable[Child]) -> Mapping[UUID, str]:
    """Return how the children are called by their ids; names that are alike are told apart."""
    found = names_apart(children)
    return {child: child_said(wording, name) for child, name in found.items()}


def child_said(wording: Wording, child: ChildName) -> str:
    """Return a child's name, with what tells it from another one like it."""
    name = wording.own(child.name)
    if child.number is not None:
        name = f"{name} ({wording.number(child.number)})"
    if child.born is None:
        return name
    return wording.text("{child} – born {day}", child=name, day=wording.day(child.born))
