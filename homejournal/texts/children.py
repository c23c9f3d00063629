"""The children of the home in words: their names, apart where they are alike."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from homejournal.domain.child_names import ChildName, names_apart
from homejournal.domain.children import Child
from homejournal.texts.wording import Wording


def names_said(wording: Wording, children: Iterable[Child]) -> Mapping[UUID, str]:
    """Return how the children are called by their ids; names that are alike are told apart."""
    found = names_apart(children)
    return {child: child_said(wording, name) for child, name in found.items()}


def child_said(wording: Wording, child: ChildName) -> str:
    """Return a child's name, with what tells it from another one like it."""
    name, apart = wording.own(child.name), apart_said(wording, child)
    return f"{name} – {apart}" if apart else name


def apart_said(wording: Wording, child: ChildName) -> str:
    """Return what tells a child from another one of the same name, or nothing."""
    number = f"({wording.number(child.number)})" if child.number is not None else ""
    born = wording.text("born {day}", day=wording.day(child.born)) if child.born else ""
    return " ".join(part for part in (born, number) if part)
