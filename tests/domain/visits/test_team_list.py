"""The order of people and of the ways to reach them, and whose visit is next and last."""

from datetime import date, time, timedelta
from uuid import UUID, uuid4

from homejournal.domain.names import distinct_team
from homejournal.domain.records.people import Channel, TeamMember, Way
from homejournal.domain.records.visits import Visit
from homejournal.domain.visits import (
    PersonTold,
    TeamList,
    by_name,
    has_left,
    on_team,
    visits_around,
    ways_in_order,
)

TODAY = date(2026, 3, 22)
DAY = timedelta(days=1)


def person(name="Dana", number=1, **said):
    return TeamMember(id=UUID(int=number), name=name, **said)


def visit(days, who, **said):
    return Visit(id=uuid4(), child=uuid4(), day=TODAY + days * DAY, people=(who.id,), **said)


def names(people):
    return [one.name for one in sorted(people, key=by_name)]


def test_people_stand_by_name_without_case_and_accents():
    given = [person(name) for name in ("Zoe", "álvaro", "Ben", "  Ana", "ben A", "Érica")]
    assert names(given) == ["álvaro", "  Ana", "Ben", "ben A", "Érica", "Zoe"]


def test_two_of_one_name_stand_in_the_order_of_their_numbers():
    first, second, ben = person("Dana", 2), person("DANA", 1), person("Ben", 3)
    team = distinct_team({one.id: one for one in (first, second, ben)})
    assert names(team.values()) == ["Ben", "Dana (1)", "DANA (2)"]
    assert sorted([first, second, ben], key=by_name) == [ben, first, second]


def test_the_day_somebody_left_is_the_first_without_them():
    assert has_left(person(left=TODAY), TODAY)
    assert has_left(person(left=TODAY - DAY), TODAY)
    assert not has_left(person(left=TODAY + DAY), TODAY)
    assert not has_left(person(), TODAY)


def test_on_the_team_is_who_has_not_left_by_the_day_and_who_is_named_anyway():
    here, goes, gone = person(), person("Ben", 2, left=TODAY + DAY), person("Cy", 3, left=TODAY)
    assert on_team((gone, goes, here), TODAY) == (goes, here)
    assert on_team((gone, goes, here), TODAY - DAY) == (gone, goes, here)
    assert on_team((gone, goes, here), TODAY + DAY, named={gone.id}) == (gone, here)
    assert on_team((), TODAY, named={gone.id}) == ()


def test_preferred_ways_stand_first_and_the_others_as_they_came():
    email, text, phone = (Way(way=one) for one in (Channel.EMAIL, Channel.TEXT, Channel.PHONE))
    liked = Way(way=Channel.VIDEO, preferred=True)
    assert ways_in_order((phone, email, liked, text)) == (liked, phone, email, text)
    assert ways_in_order(()) == ()


def test_the_next_and_the_last_visit_are_those_of_the_person():
    dana, ben = person(), person("Ben", 2)
    given = [visit(n, dana) for n in (-9, 4, -2, 9)] + [visit(n, ben) for n in (-1, 1)]
    coming, last = visits_around(dana, given, TODAY)
    assert (coming, last) == (given[1], given[2])
    assert visits_around(person("Cruz", 3), given, TODAY) == (None, None)


def test_of_two_visits_on_one_day_the_earlier_one_comes_next_and_the_later_was_last():
    dana = person()
    coming = [visit(1, dana, time=at) for at in (None, time(15), time(9))]
    past = [visit(-1, dana, time=at) for at in (time(15), time(9))]
    assert visits_around(dana, coming + past, TODAY) == (coming[2], past[0])


def test_the_coordinator_is_asked_for_a_meeting_or_else_the_first():
    ana, zoe = person("Ana"), person("Zoe", 2, coordinator=True)
    told = [PersonTold(person=one) for one in (ana, zoe)]
    assert TeamList(here=tuple(told)).to_ask == zoe
    assert TeamList(here=tuple(told[:1])).to_ask == ana
    assert TeamList(left=tuple(told)).to_ask is None
