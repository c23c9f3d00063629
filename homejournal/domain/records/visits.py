"""Visits, what was agreed at them, and the professional's own questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import time as time_of_day
from enum import StrEnum
from uuid import UUID

from homejournal.domain.records.people import TeamMember
from homejournal.domain.records.record import ChildId, Record, TeamMemberId, VisitId
from homejournal.domain.text_rules import check_line, check_text, check_written


class VisitHow(StrEnum):
    """Where or how a visit takes place."""

    HOME = "home"
    VIDEO = "video"
    CLINIC = "clinic"
    PHONE = "phone"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Record):
    """A coming or past visit; what was agreed has two halves: between visits, and next visit."""

    child: ChildId
    day: date
    time: time_of_day | None = None
    people: tuple[TeamMemberId, ...] = ()
    how: VisitHow | None = None
    language: str | None = None
    interpreter: bool = False
    bring: str | None = None
    agreed_between: str | None = None
    agreed_next: str | None = None
    held: bool = False

    def __post_init__(self) -> None:
        check_line("language", self.language)
        for field in ("bring", "agreed_between", "agreed_next"):
            check_text(field, getattr(self, field))


def language_spoken(visit: Visit, team: Mapping[UUID, TeamMember]) -> str | None:
    """Return the language the family and the visitor speak with each other, or None if unknown.

    The visit's own entry wins over the person's. With an interpreter there are two languages, so
    the answer is None.
    """
    people = [team[person] for person in visit.people if person in team]
    known = (visit, *(people if len(people) == 1 else ()))
    said = next((one for one in known if one.language or one.interpreter), visit)
    return None if said.interpreter else said.language


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Record):
    """A question of the professional, open or closed, answered at home."""

    visit: VisitId
    text: str
    asked_by: TeamMemberId | None = None
    open: bool = True
    answer: str | None = None
    answered: date | None = None

    def __post_init__(self) -> None:
        check_written("text", self.text)
        check_text("answer", self.answer)


@dataclass(frozen=True, slots=True)
class AskedAt:
    """A question of a professional, with the visit at which it was asked."""

    asked: Asked
    visit: Visit
