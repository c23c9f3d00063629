"""The team around a child: who is on it, who left it, and what the journal holds of each person.

People stand in the order of their names and in no other: nobody is ranked, and nothing is counted.
"""

import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homejournal.domain.records.people import Contact, TeamMember, Way
from homejournal.domain.records.plan import Strategy
from homejournal.domain.records.visits import Visit
from homejournal.domain.visits.visit_list import in_time, is_coming


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTold:
    """A person with what belongs to them; visits and strategies are those of one child."""

    person: TeamMember
    next_visit: Visit | None = None
    last_visit: Visit | None = None
    suggested: tuple[Strategy, ...] = ()
    contacts: tuple[Contact, ...] = ()
    """Newest first."""

    named: bool = False
    """Whether something else in the journal names the person, of whichever child."""

    shown: str | None = None
    """The name with its number, where another one of the team is called alike and does the same."""

    @property
    def name(self) -> str:
        """Return the name that is shown."""
        return self.shown or self.person.name


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamList:
    """Who is on the team now, and who left it; each part in the order of names."""

    here: tuple[PersonTold, ...] = ()
    left: tuple[PersonTold, ...] = ()

    @property
    def to_ask(self) -> TeamMember | None:
        """Return whom to ask for a meeting: the service coordinator, or else the first there is."""
        people = [one.person for one in self.here]
        coordinators = [one for one in people if one.coordinator]
        return next(iter((*coordinators, *people)), None)


def has_left(person: TeamMember, today: date) -> bool:
    """Say whether a person has left the team; the day they left on is the first without them."""
    return person.left is not None and person.left <= today


def on_team(
    people: Iterable[TeamMember], day: date, *, named: Collection[UUID] = ()
) -> tuple[TeamMember, ...]:
    """Return who is on the team on a day, in the order given, and who is `named` in any case."""
    return tuple(one for one in people if one.id in named or not has_left(one, day))


def by_name(person: TeamMember) -> str:
    """Return what people are sorted by: their name without case and accents.

    Those of one name keep the order in which they came, and so that of their numbers.
    """
    plain = unicodedata.normalize("NFKD", person.name.strip().casefold())
    return "".join(one for one in plain if not unicodedata.combining(one))


def ways_in_order(ways: Iterable[Way]) -> tuple[Way, ...]:
    """Return the ways to reach a person, the preferred ones first, the others as they came."""
    return tuple(sorted(ways, key=lambda one: not one.preferred))


def visits_around(
    person: TeamMember, visits: Iterable[Visit], today: date
) -> tuple[Visit | None, Visit | None]:
    """Return the next and the last visit of a person among these, as far as there are any."""
    mine = sorted((one for one in visits if person.id in one.people), key=in_time)
    coming = [one for one in mine if is_coming(one, today)]
    past = [one for one in mine if not is_coming(one, today)]
    return (coming[0] if coming else None), (past[-1] if past else None)
