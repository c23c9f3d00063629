"""The child, in the family's words, and what happens in the family's life."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from homejournal.domain.records.record import ChildId, MediaId, Record, added
from homejournal.domain.text_rules import check_line, check_name, check_written


class Pronoun(StrEnum):
    """Which forms a text takes where a language must choose some."""

    SHE = "she"
    HE = "he"
    NEITHER = "neither"
    """Also where nobody said anything: words that suit everybody."""


class ShownName(StrEnum):
    """What a child is called on papers."""

    NAME = "name"
    OUR_CHILD = "our_child"


@dataclass(frozen=True, slots=True, kw_only=True)
class Child(Record):
    """A child of the family; `name` is what the family calls them, `due` the day birth was due.

    `photo` is the one that stands for the child on the screen.
    """

    name: str
    surname: str | None = None
    born: date | None = None
    due: date | None = None
    words: str | None = None
    communicates: tuple[str, ...] = ()
    put_away: date | None = None
    pronoun: Pronoun = added(Pronoun.NEITHER)
    photo: MediaId | None = added(None)
    shown_name: ShownName = added(ShownName.NAME)

    def __post_init__(self) -> None:
        check_name("name", self.name)
        for field, value in (("surname", self.surname), ("words", self.words)):
            check_line(field, value)
        for way in self.communicates:
            check_name("communicates", way)


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEvent(Record):
    """Something in life that matters for the days around it: a move, a new baby, an illness."""

    child: ChildId
    day: date
    words: str

    def __post_init__(self) -> None:
        check_written("words", self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class About(Record):
    """The page about our child, as the family wrote it on one day."""

    child: ChildId
    day: date
    strengths: str | None = None
    interests: str | None = None
    needs: str | None = None
    helps: str | None = None
    hard: str | None = None
    routines: str | None = None

    def __post_init__(self) -> None:
        for field in ("strengths", "interests", "needs", "helps", "hard", "routines"):
            check_line(field, getattr(self, field))
