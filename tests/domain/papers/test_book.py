"""The journal as a book: month by month, one child, and nothing private unless it is wished."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homejournal.domain.days.day_states import CountingFrame, PracticeRow
from homejournal.domain.days.periods import Period
from homejournal.domain.errors import InvalidValueError
from homejournal.domain.looking_back.look_back_values import First, FirstTime, StrategyWritten
from homejournal.domain.papers.book import (
    BookAsked,
    BookRead,
    NoteRead,
    book_of,
    months_of,
    quarter_start,
)
from homejournal.domain.records.children import Child, LifeEvent
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.visits import Visit, VisitHow
from homejournal.domain.sentences.values import DidItOn, Joined

NOAH = Child(id=UUID(int=1), name="Noah", surname="Surname", born=date(2024, 7, 15))
ZOE = Child(id=UUID(int=2), name="Zoe")
MOM = Helper(id=UUID(int=3), name="Mom")
BEN = TeamMember(id=UUID(int=4), name="Ben")
WAIT = Strategy(id=UUID(int=5), child=NOAH.id, name="Wait")
SING = Strategy(id=UUID(int=6), child=ZOE.id, name="Zoe sings")
SPRING = Period(date(2026, 2, 10), date(2026, 4, 5))
TODAY = date(2026, 4, 5)
HELP = RatingPlan(kind=RatingKind.HELP)


def family(**more):
    told = {
        "children": {one.id: one for one in (NOAH, ZOE)},
        "helpers": {MOM.id: MOM},
        "team": {BEN.id: BEN},
        "strategies": {one.id: one for one in (WAIT, SING)},
    }
    return Family(**told | more)


def note(text, day, kind=Note, child=NOAH, **said):
    return kind(id=UUID(int=abs(hash(text))), child=child.id, day=day, text=text, **said)


def book(*notes, known=None, written=(), private=False, charts=False, period=SPRING):
    asked = BookAsked(child=NOAH.id, period=period, private=private, charts=charts)
    read = [one if isinstance(one, NoteRead) else NoteRead(note=one) for one in notes]
    return book_of(
        BookRead(asked=asked, family=known or family(), notes=read, written=written, printed=TODAY)
    )


def wait(days, period=SPRING, firsts=(), rating=HELP, level=2):
    """The strategy, planned daily from 1 March, and done on these days."""
    step = PlanStep(id=UUID(int=50), strategy=WAIT.id, from_day=date(2026, 3, 1), rating=rating)
    rows = [
        PracticeRow(
            day.isoformat(), None, None, rating.kind, level, None, None, None, None, settled=True
        )
        for day in days
    ]
    return StrategyWritten(
        strategy=WAIT,
        steps=(step,),
        practices=rows,
        marks=(),
        frame=CountingFrame(period, TODAY),
        firsts=firsts,
    )


def test_each_month_with_something_in_it_has_its_notes_by_day():
    made = book(note("One", date(2026, 2, 11)), note("Two", date(2026, 4, 1)))
    assert [month.period for month in made.months] == [
        Period(date(2026, 2, 10), date(2026, 2, 28)),
        Period(date(2026, 4, 1), date(2026, 4, 5)),
    ]
    assert [note.text for month in made.months for note in month.notes] == ["One", "Two"]


def test_without_anything_there_is_no_month():
    made = book()
    assert (made.months, made.written_by, made.private) == ((), (), False)


def test_a_note_says_who_wrote_it_and_about_which_strategy():
    read = NoteRead(note=note("He waited", date(2026, 3, 1)), strategy=WAIT.id, helper=MOM.id)
    made = book(read, NoteRead(note=note("Alone", date(2026, 3, 2))))
    told = [(one.text, one.by, one.about) for one in made.months[0].notes]
    assert told == [("He waited", "Mom", "Wait"), ("Alone", "", "")]
    assert made.written_by == ("Mom",)


def test_celebrations_stand_apart_from_the_other_notes():
    both = (Flag.CELEBRATION, Flag.QUESTION)
    made = book(note("First step", date(2026, 3, 1), flags=both), note("Rain", date(2026, 3, 2)))
    (month,) = made.months
    assert [(celebration.text, celebration.flags) for celebration in month.celebrations] == [
        ("First step", both)
    ]
    assert [one.text for one in month.notes] == ["Rain"]


def test_a_private_note_is_in_it_only_where_it_is_wished_and_then_the_book_says_so():
    tired = note("So tired", date(2026, 3, 1), PrivateNote)
    assert book(tired).months == ()
    assert not book(tired).private
    made = book(tired, private=True)
    assert made.private
    assert [(one.text, one.private) for one in made.months[0].notes] == [("So tired", True)]
    assert not book(note("Shared", date(2026, 3, 1)), private=True).private


def test_notes_of_another_child_or_of_other_days_are_not_in_it():
    other = note("Zoe slept", date(2026, 3, 1), child=ZOE)
    late = note("Later", date(2026, 4, 6))
    assert book(other, late, private=True).months == ()


def test_the_name_of_a_brothers_or_sisters_strategy_is_not_in_it():
    read = NoteRead(note=note("She sang along", date(2026, 3, 1)), strategy=SING.id)
    assert book(read).months[0].notes[0].about == ""


def test_visits_stand_by_day_and_time_with_what_was_agreed():
    visits = [
        Visit(id=UUID(int=20), child=NOAH.id, day=date(2026, 3, 9), agreed_next="Watch a meal"),
        Visit(
            id=UUID(int=21),
            child=NOAH.id,
            day=date(2026, 3, 9),
            time=time(9),
            people=(BEN.id, UUID(int=99)),
            how=VisitHow.HOME,
            agreed_between="Wait at meals",
        ),
        Visit(id=UUID(int=22), child=ZOE.id, day=date(2026, 3, 9)),
        Visit(id=UUID(int=23), child=NOAH.id, day=date(2026, 5, 9)),
    ]
    made = book(known=family(visits={visit.id: visit for visit in visits}))
    told = [
        (visit.people, visit.how, visit.agreed_between, visit.agreed_next)
        for visit in made.months[0].visits
    ]
    assert told == [(("Ben",), VisitHow.HOME, "Wait at meals", ""), ((), None, "", "Watch a meal")]


def test_what_happened_in_the_familys_life_is_told():
    events = [
        LifeEvent(id=UUID(int=30), child=NOAH.id, day=date(2026, 3, 8), words="Moved"),
        LifeEvent(id=UUID(int=31), child=ZOE.id, day=date(2026, 3, 8), words="Zoe's cold"),
    ]
    made = book(known=family(life_events={event.id: event for event in events}))
    assert [month.life for month in made.months] == [((date(2026, 3, 8), "Moved"),)]


def test_a_month_tells_the_honest_days_of_each_strategy_and_no_other_month_does():
    made = book(written=[wait([date(2026, 3, 1), date(2026, 3, 2)])])
    (month,) = made.months
    (told,) = month.days
    assert told.strategy == "Wait"
    assert isinstance(told.told[0], Joined)
    assert told.told[0].parts[0] == DidItOn(2, 31)


def test_a_month_that_is_still_to_come_tells_no_days():
    summer = Period(SPRING.start, date(2026, 6, 30))
    made = book(written=[wait([date(2026, 3, 1)], summer)], charts=True, period=summer)
    assert [month.period.start.month for month in made.months] == [3]


def test_firsts_stand_in_their_month():
    first = FirstTime(RatingKind.HELP, 4, First(date(2026, 3, 2)), "Wait")
    made = book(written=[wait([date(2026, 3, 2), date(2026, 4, 1)], firsts=(first,))])
    assert [month.firsts for month in made.months] == [(first,), ()]


def test_charts_stand_at_the_end_of_a_quarter_and_of_the_book_where_they_are_wished():
    days = [date(2026, 2, 20), date(2026, 3, 2), date(2026, 4, 1)]
    made = book(written=[wait(days)], charts=True)
    assert [len(month.charts) for month in made.months] == [0, 1, 1]
    march, april = (month.charts[0].bars.bars for month in made.months[1:])
    assert (march[0].start, march[-1].end) == (SPRING.start, date(2026, 3, 31))
    assert april[0].start == date(2026, 4, 1)
    assert all(month.charts == () for month in book(written=[wait(days)]).months)


def test_a_quarter_without_ratings_has_no_chart():
    made = book(written=[wait([date(2026, 4, 1)])], charts=True)
    assert [len(month.charts) for month in made.months] == [1]


def test_it_is_called_by_the_first_name_and_tells_the_age_on_both_ends():
    made = book()
    assert made.child == "Noah"
    assert [age.months for age in made.ages] == [18, 20]


@pytest.mark.parametrize(
    "period", [Period(SPRING.end, SPRING.start), Period(date(1900, 1, 1), date(2026, 1, 1))]
)
def test_dates_that_are_reversed_or_too_far_apart_are_refused(period):
    with pytest.raises(InvalidValueError, match="period"):
        BookAsked(child=NOAH.id, period=period)


def test_a_quarter_begins_in_january_april_july_or_october():
    starts = {quarter_start(date(2026, month, 28)).month for month in range(1, 13)}
    assert starts == {1, 4, 7, 10}
    assert months_of(Period(date(2026, 12, 31), date(2027, 1, 1)))[1].end == date(2027, 1, 1)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(-40, 90),
            st.sampled_from([Note, PrivateNote]),
            st.sampled_from([NOAH, ZOE]),
            st.sampled_from([None, WAIT.id, SING.id]),
        ),
        max_size=25,
    ),
    st.booleans(),
)
def test_of_any_notes_each_one_of_this_child_and_these_days_stands_once(drawn, private):
    notes = [
        NoteRead(
            note=note(f"Note {n}", SPRING.start + timedelta(days=ahead), kind, child),
            strategy=strategy,
        )
        for n, (ahead, kind, child, strategy) in enumerate(drawn)
    ]
    wanted = [
        one.note.text
        for one in notes
        if one.note.child == NOAH.id
        and SPRING.start <= one.note.day <= SPRING.end
        and (private or isinstance(one.note, Note))
    ]
    made = book(*notes, private=private)
    found = [one.text for month in made.months for one in (*month.celebrations, *month.notes)]
    assert sorted(found) == sorted(wanted)
    assert "Zoe" not in repr(replace(made))
