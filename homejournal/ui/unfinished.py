"""What is typed and not saved yet, by its place: one for all pages of a window."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from homejournal.domain.week_grid import CellPlace


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
