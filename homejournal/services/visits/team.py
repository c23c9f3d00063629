"""Our team: who is on it with what belongs to each, and taking somebody off it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from homejournal.domain.names.same_names import distinct_team, with_distinct_names
from homejournal.domain.records.changes import Change
from homejournal.domain.records.kinds import REFERENCES, references_of
from homejournal.domain.records.people import Contact, TeamMember
from homejournal.domain.records.record import Kind
from homejournal.domain.visits.team_list import (
    PersonTold,
    TeamList,
    by_name,
    has_left,
    visits_around,
)
from homejournal.services.records.records import Records
from homejournal.services.session import Session

_NAMING_PEOPLE = tuple(
    kind for kind, named in REFERENCES.items() if any(one.kind is Kind.TEAM_MEMBER for one in named)
)


class Team:
    """The people of the team; each call that writes is one step that can be undone."""

    def __init__(self, session: Session, records: Records) -> None:
        self._session = session
        self._records = records

    def listed(self, child: UUID, today: date) -> TeamList:
        """Return everybody of the team, with the visits and strategies of one child."""
        family = self._session.family()
        team = distinct_team(family.team)
        visits = [one for one in family.visits.values() if one.child == child]
        strategies = with_distinct_names(family, child).strategies_of(child)
        contacts, named = self._contacts(), self._named()
        people = []
        for person in sorted(family.team.values(), key=by_name):
            coming, last = visits_around(person, visits, today)
            people.append(
                PersonTold(
                    person=person,
                    shown=team[person.id].name,
                    next_visit=coming,
                    last_visit=last,
                    suggested=tuple(one for one in strategies if one.suggested_by == person.id),
                    contacts=tuple(one for one in contacts if one.team == person.id),
                    named=person.id in named,
                )
            )
        return TeamList(
            here=tuple(one for one in people if not has_left(one.person, today)),
            left=tuple(one for one in people if has_left(one.person, today)),
        )

    def remove(self, person: TeamMember, today: date) -> Change:
        """Take a person off the team.

        Whoever is named elsewhere stays in the journal as somebody who left the team, on `today`
        if no earlier day is known; anybody else is deleted.
        """
        if person.id not in self._named():
            return self._records.delete(person.id)
        left = person.left if has_left(person, today) else today
        return self._records.save(replace(person, left=left))

    def bring_back(self, person: TeamMember) -> Change:
        """Put a person who left back on the team."""
        return self._records.save(replace(person, left=None))

    def _contacts(self) -> list[Contact]:
        """Return all contacts, newest first; of one day, the one written down last stands first."""
        found = [one for one in self._records.all_of(Kind.CONTACT) if isinstance(one, Contact)]
        found.sort(key=lambda one: one.day)
        return found[::-1]

    def _named(self) -> set[UUID]:
        return {
            id_
            for kind in _NAMING_PEOPLE
            for record in self._records.all_of(kind)
            for named, id_ in references_of(record)
            if named is Kind.TEAM_MEMBER
        }
