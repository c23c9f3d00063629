"""The people who write: who can be chosen, and what tells names apart that are alike."""

from datetime import date
from uuid import UUID

from homejournal.domain.records.family import Family
from homejournal.domain.records.people import Helper
from homejournal.texts.display_names import (
    everybody,
    people_to_choose,
    people_who_left,
    who_wrote,
)
from homejournal.texts.wording import wording_of

EN = wording_of("en")


def helper(number, name, left=None):
    return Helper(id=UUID(int=number), name=name, left=left)


PEOPLE = (
    helper(9, "Zoe"),
    helper(1, "José", date(2026, 3, 1)),
    helper(5, "JOSE"),
    helper(3, "Ana"),
)
FAMILY = Family(helpers={person.id: person for person in PEOPLE})


def test_who_is_on_the_list_stands_in_the_order_of_coming():
    assert [name for _, name in people_to_choose(EN, FAMILY)] == ["Zoe", "JOSE (2)", "Ana"]


def test_names_that_are_alike_keep_their_number_when_one_leaves_the_list():
    assert people_who_left(EN, FAMILY) == [(UUID(int=1), "José (1)")]


def test_who_is_chosen_already_stays_to_be_chosen():
    names = [name for _, name in people_to_choose(EN, FAMILY, None, UUID(int=1))]
    assert names == ["Zoe", "José (1)", "JOSE (2)", "Ana"]


def test_everybody_is_those_on_the_list_and_then_who_left():
    assert [id_.int for id_, _ in everybody(EN, FAMILY)] == [9, 5, 3, 1]


def test_who_wrote_is_said_only_where_more_than_one_person_writes():
    alone = Family(helpers={person.id: person for person in PEOPLE[:2]})
    assert who_wrote(EN, alone, UUID(int=9)) == ""
    assert who_wrote(EN, FAMILY, UUID(int=9)) == EN.own("Zoe")
    assert who_wrote(EN, FAMILY, None) == ""
