"""What is typed and not saved yet, by its place: one for all pages of a window."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.domain.records.changes import Change
    from homejournal.domain.today.week_grid import CellPlace


class WaitingStep(NamedTuple):
    """A step that the disk refused: what was said at a place, and waits to be written."""

    place: str
    words: str
    """The words of the step, as Undo has them."""
    call: "Callable[[], Change]"
    pressed: str = ""
    """What was pressed, which stands in no field; empty where it was typed."""


@dataclass(slots=True)
class Unfinished:
    """Lasts as long as its window, also while pages are built anew."""

    texts: dict[str, str] = field(default_factory=dict)
    unkept: set[str] = field(default_factory=set)
    """The places whose texts not even the journal's drafts could take."""
    of_pages: dict[str, str] = field(default_factory=dict)
    """What is typed for a visit page and not kept yet."""
    boxes: dict["CellPlace", str] = field(default_factory=dict)
    """What is typed in a box of a week and cannot be read yet."""
    waits: dict[str, WaitingStep] = field(default_factory=dict)
    """What was said and could not be written, by its place, in the order it was said."""

    def pressed(self) -> frozenset[str]:
        """Return what was pressed and waits, each with its place: no draft can keep it."""
        return frozenset(f"{one.place} {one.words}" for one in self.waits.values() if one.pressed)
