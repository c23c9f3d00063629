"""Who writes (helpers), who visits (our team), the homes of a child and the journal's computers."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from homejournal.domain.errors import InvalidValueError, Reason
from homejournal.domain.records.record import HomeId, MediaId, Record, TeamMemberId, added
from homejournal.domain.text_rules import check_line, check_name, check_written


@dataclass(frozen=True, slots=True, kw_only=True)
class Home(Record):
    """A home in which the child lives; a journal knows which one is its own."""

    name: str

    def __post_init__(self) -> None:
        check_name("name", self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Device(Record):
    """A computer on which the journal is written."""

    name: str
    home: HomeId | None = None

    def __post_init__(self) -> None:
        check_name("name", self.name)


_COLOR = re.compile("#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper(Record):
    """Somebody who uses a strategy with the child and may write it down: mom, grandpa, a sitter.

    `left` is the day on which they were taken off the list; what they did and wrote keeps the name.
    A `photo` or a `color` (#rrggbb) may stand beside the name on the screen.
    """

    name: str
    home: HomeId | None = None
    left: date | None = None
    photo: MediaId | None = added(None)
    color: str | None = added(None)

    def __post_init__(self) -> None:
        check_name("name", self.name)
        if self.color is not None and not _COLOR.fullmatch(self.color):
            raise InvalidValueError("color", Reason.DOES_NOT_FIT)


class Channel(StrEnum):
    """A way in which people reach each other."""

    EMAIL = "email"
    TEXT = "text"
    PHONE = "phone"
    IN_PERSON = "in_person"
    VIDEO = "video"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to reach a person, and whether they prefer it."""

    way: Channel
    value: str | None = None
    preferred: bool = False

    def __post_init__(self) -> None:
        check_line("value", self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember(Record):
    """A professional of the child's team."""

    name: str
    discipline: str | None = None
    role: str | None = None
    coordinator: bool = False
    language: str | None = None
    interpreter: bool = False
    ways: tuple[Way, ...] = ()
    left: date | None = None

    def __post_init__(self) -> None:
        check_name("name", self.name)
        for field, value in (
            ("discipline", self.discipline),
            ("role", self.role),
            ("language", self.language),
        ):
            check_line(field, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """A contact between family and professional, as the family wrote it down."""

    team: TeamMemberId
    day: date
    way: Channel
    words: str

    def __post_init__(self) -> None:
        check_written("words", self.words)
