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
    BookTick,
    NoteRead,
    PhotoRead,
    book_material,
    book_of,
    book_offers,
    months_of,
)
from homejournal.domain.papers.photos import PhotoOnPage
from homejournal.domain.records.children import Child, LifeEvent, Pronoun, ShownName
from homejournal.domain.records.family import Family
from homejournal.domain.records.notes import Flag, Note, PrivateNote
from homejournal.domain.records.people import Helper, TeamMember
from homejournal.domain.records.plan import PlanStep, Strategy
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.domain.records.visits import Visit, VisitHow
from homejournal.domain.sentences.values import DaysFromTo

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


def material(*notes, known=None, written=(), shown=(), **asked):
    asked = BookAsked(**{"child": NOAH.id, "period": SPRING} | asked)
    read = [one if isinstance(one, NoteRead) else NoteRead(note=one) for one in notes]
    told = {"notes": read, "written": written, "photos": shown, "printed": TODAY}
    return book_material(BookRead(asked=asked, family=known or family(), **told))


def book(*notes, **said):
    return book_of(material(*notes, **said))


def photo(number, day, jpeg="AAAA", **said):
    shown = PhotoOnPage(name=f"Photo {number}", day=day, jpeg=jpeg, width=4, height=3)
    return PhotoRead(media=UUID(int=number), shown=shown, **said)


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


def test_celebrations_are_quotes_until_the_family_ticks_what_it_likes():
    both = (Flag.CELEBRATION, Flag.QUESTION)
    made = book(note("First step", date(2026, 3, 1), flags=both), note("Rain", date(2026, 3, 2)))
    (month,) = made.months
    assert [(quote.text, quote.flags) for quote in month.quotes] == [("First step", both)]
    assert [one.text for one in month.notes] == ["Rain"]
    rain = note("Rain", date(2026, 3, 2))
    step = note("First step", date(2026, 3, 1), flags=both)
    (month,) = book(step, rain, quotes=frozenset({rain.id})).months
    assert [[one.text for one in some] for some in (month.quotes, month.notes)] == [
        ["Rain"],
        ["First step"],
    ]


def test_only_photos_that_are_ticked_and_still_there_stand_in_their_month():
    march, april = date(2026, 3, 5), date(2026, 4, 2)
    photos = (photo(80, march), photo(81, march, jpeg=""), photo(82, april), photo(83, april))
    cover = photo(84, SPRING.end, cover=True)
    ticked = frozenset(UUID(int=number) for number in (80, 81, 82, 84))
    made = book(shown=(*photos, cover), photos=ticked)
    assert [[one.name for one in month.photos] for month in made.months] == [
        ["Photo 80"],
        ["Photo 82"],
    ]
    assert made.cover.name == "Photo 84"
    assert book(shown=(*photos, cover)).cover is None


def test_each_photo_and_note_can_be_ticked_and_only_celebrations_are_at_first():
    waved = note("Waved", date(2026, 3, 2), flags=(Flag.CELEBRATION,))
    tired = note("Tired", date(2026, 3, 3), PrivateNote)
    photos = (photo(84, SPRING.end, cover=True), photo(80, date(2026, 3, 5)))
    one = material(waved, note("Rain", date(2026, 3, 4)), tired, shown=photos)
    told = [(offer.what, offer.says, offer.by_default) for offer in book_offers(one)]
    assert told == [
        (BookTick.COVER, "Photo 84", False),
        (BookTick.PHOTO, "Photo 80", False),
        (BookTick.QUOTE, "Waved", True),
        (BookTick.QUOTE, "Rain", False),
    ]


def test_a_month_tells_the_age_at_both_of_its_ends_and_a_birthday():
    year = Period(date(2026, 6, 1), date(2026, 8, 31))
    days = (date(2026, 6, 2), date(2026, 7, 15), date(2026, 8, 2))
    made = book(*(note(f"Note {day}", day) for day in days), period=year)
    ages = [[age.months for age in month.ages] for month in made.months]
    assert ages == [[22, 23], [23, 24], [24, 25]]
    assert [month.birthday for month in made.months] == [None, (date(2026, 7, 15), 2), None]
    born = book(note("Born", date(2024, 7, 15)), period=Period(date(2024, 7, 1), date(2024, 7, 31)))
    assert born.months[0].birthday is None


def test_a_book_may_say_our_child_instead_of_the_name():
    quiet = replace(NOAH, shown_name=ShownName.OUR_CHILD, pronoun=Pronoun.HE)
    made = book(known=family(children={quiet.id: quiet}))
    assert (made.child, made.pronoun) == ("", Pronoun.HE)


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


def test_a_visit_of_which_nothing_is_told_is_not_in_it():
    bare = Visit(id=UUID(int=24), child=NOAH.id, day=date(2026, 3, 9), people=(BEN.id,))
    assert book(known=family(visits={bare.id: bare})).empty


def test_it_goes_from_the_first_thing_that_is_told_to_the_last():
    first = FirstTime(RatingKind.HELP, 4, First(date(2026, 2, 12)), "Wait")
    written = [wait([date(2026, 3, 1)], firsts=(first,))]
    made = book(note("Waved", date(2026, 3, 20)), written=written)
    assert made.period == Period(date(2026, 2, 12), date(2026, 3, 20))
    assert [age.months for age in made.ages] == [18, 20]
    assert book(note("Waved", date(2026, 3, 20)), written=written, numbers=True).period.end == TODAY
    assert book().period == SPRING


def test_what_happened_in_the_familys_life_is_told():
    events = [
        LifeEvent(id=UUID(int=30), child=NOAH.id, day=date(2026, 3, 8), words="Moved"),
        LifeEvent(id=UUID(int=31), child=ZOE.id, day=date(2026, 3, 8), words="Zoe's cold"),
    ]
    made = book(known=family(life_events={event.id: event for event in events}))
    assert [month.life for month in made.months] == [((date(2026, 3, 8), "Moved"),)]


def test_numbers_stand_only_in_an_appendix_and_only_where_they_are_wished():
    written = [wait([date(2026, 3, 1), date(2026, 3, 2)])]
    without = book(written=written)
    assert (without.days, without.rows, without.months) == ((), None, ())
    assert without.empty
    made = book(written=written, numbers=True)
    (told,) = made.days
    assert (told.strategy, told.told[0].parts[0]) == ("Wait", DaysFromTo(2, 35, 35))
    assert [row.name for row in made.rows.rows] == ["Wait"]
    assert made.rows.axis.period.start == date(2026, 3, 1)
    assert not made.empty
    assert book(written=[wait([])], numbers=True).rows is None


def test_firsts_stand_together_by_day():
    late, early = (
        FirstTime(RatingKind.HELP, 4, First(date(2026, month, 2)), "Wait") for month in (4, 3)
    )
    before = FirstTime(RatingKind.WENT, 3, First(date(2025, 3, 2)), "Wait")
    made = book(written=[wait([date(2026, 3, 2)], firsts=(late, early, before))])
    assert made.firsts == (early, late)


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


def test_months_are_cut_to_the_days_of_the_book():
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
    found = [one.text for month in made.months for one in (*month.quotes, *month.notes)]
    assert sorted(found) == sorted(wanted)
    assert "Zoe" not in repr(replace(made))
