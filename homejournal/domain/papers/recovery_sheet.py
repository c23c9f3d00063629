"""The recovery sheet: the journal's key on paper, with what somebody needs to use it."""

from dataclasses import dataclass, field
from datetime import date

from homejournal.domain.papers.paper_size import Paper

_DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What is printed. The groups are the key: no log and no error message ever shows them."""

    groups: tuple[str, ...] = field(repr=False)
    number: str
    """Tells this sheet from one of another key; the window says it, too."""
    children: tuple[str, ...]
    """The first names by which a family knows which of its journals it is."""
    printed: date
    language: str = "en"
    paper: Paper = Paper.LETTER


@dataclass(frozen=True, slots=True)
class EarlierCopies:
    """How many copies open only with an earlier password, and the numbers of their sheets."""

    count: int
    sheets: tuple[str, ...] = ()


def sheet_number(begins: bytes) -> str:
    """Return the number of a sheet, by which a family knows which copies it opens.

    It follows from how a file of its key begins, which is no secret. Six digits without a gap read
    alike in every direction.
    """
    return f"{int.from_bytes(begins, 'big') % 10**_DIGITS:0{_DIGITS}d}"
