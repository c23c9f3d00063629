"""The recovery sheet: the journal's key on paper, with what somebody needs to use it."""

from dataclasses import dataclass, field
from datetime import date

from homejournal.domain.visit_page import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What is printed. The groups are the key: no log and no error message ever shows them."""

    groups: tuple[str, ...] = field(repr=False)
    children: tuple[str, ...]
    """The first names by which a family knows which of its journals it is."""
    printed: date
    language: str = "en"
    paper: Paper = Paper.LETTER
