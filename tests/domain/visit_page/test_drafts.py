"""Where words typed for one page are kept, which a page takes up, and which end with it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from homejournal.domain.days.periods import Period
from homejournal.domain.visit_page.choices import (
    child_place,
    fields_kept_on,
    page_place,
    page_subject,
    taken_over_places,
    typed_fields_of,
    typed_for_other_pages,
)
from homejournal.domain.visit_page.page import NoteOnPage, SecondPage, StrategyOnPage, VisitPage

CHILD, OTHER, VISIT, NEXT, DANA, SIGN, NOTE = (UUID(int=n) for n in range(1, 8))
DAY = date(2026, 3, 10)
PAGE = VisitPage(child="Noa", period=Period(DAY, DAY), printed=DAY)


def test_each_visit_and_each_person_has_words_of_its_own():
    places = [
        page_place(CHILD, VISIT, None),
        page_place(CHILD, NEXT, DANA),
        page_place(CHILD, None, DANA),
        page_place(CHILD, None, None),
        page_place(OTHER, VISIT, None),
    ]
    assert len(set(places)) == len(places)
    assert page_place(CHILD, VISIT, DANA) == page_place(CHILD, VISIT, None)
    kept = {place + "our_words": place for place in places}
    for place in places:
        assert typed_fields_of(place, kept) == {"our_words": place}


def test_words_under_no_known_field_are_no_words_of_a_page():
    place = page_place(CHILD, None, None)
    kept = {place + field: "x" for field in ("helped:", "other", "our_words:x", f"helped:{SIGN}")}
    assert typed_fields_of(place, kept) == {f"helped:{SIGN}": "x"}


def test_a_page_without_words_takes_up_what_was_typed_before_it_had_a_place():
    own, old = page_place(CHILD, VISIT, DANA), f"visit-page:{CHILD}:"
    typed = {old + "our_words": "He asks!", old + f"helped:{SIGN}": "Two spoons"}
    kept = {**typed, child_place(CHILD): "Text us", f"visit-page:{OTHER}:thanks": "Thanks"}
    assert taken_over_places(CHILD, VISIT, DANA, kept) == {
        old + "our_words": own + "our_words",
        old + f"helped:{SIGN}": own + f"helped:{SIGN}",
    }
    assert taken_over_places(CHILD, VISIT, DANA, {**kept, own + "thanks": "You helped"}) == {}
    assert taken_over_places(CHILD, VISIT, DANA, {}) == {}


def test_words_for_a_person_go_with_the_visit_that_is_planned_then():
    of_dana, own = page_place(CHILD, None, DANA), page_place(CHILD, VISIT, DANA)
    kept = {of_dana + "thanks": "Thanks", f"visit-page:{CHILD}:our_words": "Old"}
    assert taken_over_places(CHILD, VISIT, DANA, kept) == {of_dana + "thanks": own + "thanks"}
    assert taken_over_places(CHILD, None, DANA, kept) == {}


def test_words_of_other_pages_are_known_by_whose_they_are():
    own, next_one, team = (
        page_place(CHILD, VISIT, None),
        page_place(CHILD, NEXT, None),
        page_place(CHILD, None, None),
    )
    kept = {
        own + "our_words": "Here",
        next_one + "our_words": "Next",
        team + "thanks": "Thanks",
        child_place(CHILD): "Text us",
        page_place(OTHER, None, None) + "our_words": "Of another child",
    }
    others = typed_for_other_pages(CHILD, own, kept)
    assert others == {next_one: {"our_words": "Next"}, team: {"thanks": "Thanks"}}
    assert [page_subject(place) for place in others] == [NEXT, None]


def test_words_end_with_the_page_they_stand_on_and_no_others_do():
    words = {
        "our_words": " He asks for more! ",
        "thanks": "Thank you",
        f"helped:{SIGN}": "Two spoons",
        f"helped:{VISIT}": "Of an unticked strategy",
        f"shortened:{NOTE}": "The beginning",
        f"shortened:{NEXT}": "Behind …",
        f"shortened:{DANA}": "Nowhere",
    }
    page = replace(
        PAGE,
        our_words="He asks for more!",
        thanks="Thanks, and typed on since",
        strategies=(StrategyOnPage(id=SIGN, name="Sign", helped="Two spoons"),),
        concerns=(NoteOnPage(text="The beginning …", day=DAY, shortened=True),),
        second=SecondPage(notes=(NoteOnPage(text="Behind …", day=DAY, shortened=True),)),
    )
    ended = {"our_words", f"helped:{SIGN}", f"shortened:{NOTE}", f"shortened:{NEXT}"}
    assert set(fields_kept_on(page, words)) == ended
    assert set(fields_kept_on(PAGE, words)) == set()
