"""Whose days go on, and names that are alike told apart."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.days.periods import WeekStart
from homejournal.domain.names import (
    ChildName,
    distinct_child_names,
    name_outside,
    search_form,
)
from homejournal.domain.packs.pack import coming_third_birthday
from homejournal.domain.papers.about_child import about_child
from homejournal.domain.plan.plan_page import brothers_and_sisters
from homejournal.domain.records.children import Child, Pronoun
from homejournal.domain.records.family import (
    DayRecords,
    Family,
    active_children,
    is_put_away,
    last_day,
    pronoun_of,
)
from homejournal.domain.records.visits import Visit
from homejournal.domain.today.day_page import today_state
from homejournal.domain.visit_page.choices import page_file_name

BORN = date(2024, 5, 4)


def family_of(*children):
    return Family(children={child.id: child for child in children})


def child(name="Ana", **said):
    return Child(id=uuid4(), name=name, **said)


def test_children_are_active_or_put_away_each_in_the_order_in_which_they_came():
    first, gone, last = child("Ana"), child("Luis", put_away=BORN), child("Eva")
    family = family_of(first, gone, last)
    assert active_children(family) == (first, last)
    assert [is_put_away(one) for one in (first, gone, last)] == [False, True, False]


def test_no_strategy_is_copied_to_a_journal_put_away():
    first, gone, last = child("Ana"), child("Luis", put_away=BORN), child("Eva")
    assert brothers_and_sisters(family_of(first, gone, last), first.id) == (last.id,)


def test_no_birthday_is_ahead_of_a_child_put_away():
    going_on = child(born=BORN)
    assert coming_third_birthday(going_on).birthday == date(2027, 5, 4)
    assert coming_third_birthday(replace(going_on, put_away=date(2025, 5, 4))) is None


def test_an_age_is_told_up_to_the_day_on_which_the_journal_was_put_away():
    today, day = date(2026, 5, 4), date(2025, 6, 4)
    gone = child(born=BORN, put_away=day)
    assert last_day(child(), today) == today
    assert last_day(gone, today) == day
    assert last_day(gone, date(2025, 1, 1)) == date(2025, 1, 1)
    assert about_child(family_of(gone), gone.id, (), today).age.months == 13


def test_the_day_of_a_child_put_away_says_nothing_of_a_visit_to_come():
    today = date(2026, 3, 10)
    for gone, told in ((None, True), (today, False)):
        ana = child(put_away=gone)
        visit = Visit(id=uuid4(), child=ana.id, day=today)
        family = Family(children={ana.id: ana}, visits={visit.id: visit})
        state = today_state(family, DayRecords(), ana.id, (today, today), WeekStart.MONDAY)
        assert (state.next_visit is not None) is told


def told(*children):
    return [distinct_child_names(children)[one.id] for one in children]


def test_names_that_nobody_shares_say_no_birthday():
    assert told(child("Ana", born=BORN), child("Luis", born=BORN)) == [
        ChildName("Ana"),
        ChildName("Luis"),
    ]


def test_names_equal_but_for_an_accent_or_case_say_their_birthdays():
    other = date(2025, 1, 2)
    assert told(child("José", born=BORN), child("jose", born=other), child("Eva")) == [
        ChildName("José", BORN),
        ChildName("jose", other),
        ChildName("Eva"),
    ]


def test_twins_of_one_name_and_names_without_birthdays_get_numbers():
    assert told(child("Ana", born=BORN), child("Ana"), child("Ána", born=BORN), child("Ana")) == [
        ChildName("Ana", BORN, 1),
        ChildName("Ana", None, 1),
        ChildName("Ána", BORN, 2),
        ChildName("Ana", None, 2),
    ]


def test_one_birthday_is_enough_to_tell_two_apart():
    assert told(child("Ana", born=BORN), child("Ana")) == [ChildName("Ana", BORN), ChildName("Ana")]


@given(
    st.lists(
        st.tuples(st.sampled_from(["Ana", "ana", "Ána", "Luis"]), st.sampled_from([None, BORN])),
        max_size=8,
    )
)
def test_no_two_children_are_told_alike(given_names):
    children = [child(name, born=born) for name, born in given_names]
    names = [(one.name.casefold(), one.born, one.number) for one in told(*children)]
    assert len(set(names)) == len(names)


def test_no_two_children_are_offered_one_file():
    children = {one.id: one for one in (child("José"), child("Jose"), child("Eva"), child("JOSÉ"))}
    names = [name_outside(children, one) for one in children]
    assert names == ["José", "Jose (2)", "Eva", "JOSÉ (3)"]
    files = [page_file_name("Visit page", name, BORN) for name in names]
    assert len({search_form(file) for file in files}) == 4


def test_texts_about_nobody_suit_everybody():
    noa = Child(id=uuid4(), name="Noa", pronoun=Pronoun.SHE)
    family = Family(children={noa.id: noa})
    assert pronoun_of(family, noa.id) is Pronoun.SHE
    assert pronoun_of(family, uuid4()) is Pronoun.NEITHER
    assert pronoun_of(family, None) is Pronoun.NEITHER
