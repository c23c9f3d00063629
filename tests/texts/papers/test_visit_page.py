"""For whom a visit page is, how long it and a short text are, and what could be shorter."""

from dataclasses import replace
from datetime import date

from homejournal.domain.visit_page.builder import Shortening, Shorter
from homejournal.domain.visit_page.material import Offer, PagePart
from homejournal.texts.papers.visit_page import (
    how_to_leave_out,
    long_note_said,
    page_for,
    sheets_said,
    shorter_said,
    words_counted,
)
from homejournal.texts.wording import wording_of

EN = wording_of("en")


def test_a_page_is_for_the_whole_team_or_for_some_by_name():
    assert page_for(EN, ()) == "Page for the whole team"
    assert page_for(EN, ("Dana",)) == "Page for Dana"
    assert page_for(EN, ("Dana", "Ben")) == "Page for Dana and Ben"


def test_how_to_leave_a_line_out_is_said_and_then_how_to_bring_it_back():
    never = " Private notes are never offered here."
    told = [how_to_leave_out(EN, left_out) for left_out in (0, 1, 2)]
    assert told == [
        f"Click a line on the page to leave it out.{never}",
        f"1 line is left out. Click its empty box to bring it back.{never}",
        f"2 lines are left out. Click an empty box to bring its line back.{never}",
    ]


def test_the_sheets_of_a_page_are_counted_and_one_is_said_to_be_enough():
    assert sheets_said(EN, 1) == "The first page fits on one sheet now."
    assert sheets_said(EN, 2) == (
        "The first page takes 2 sheets. You can hand it over like that, or make it shorter."
    )


def test_a_long_note_is_offered_by_its_day_and_its_first_words():
    says = "He {gagged} twice\nand then he slept till noon"
    note = Offer(key="x", part=PagePart.CONCERNS, says=says, day=date(2026, 3, 8))
    assert long_note_said(EN, note) == "Mar 8 · “He {gagged} twice…”"
    words = replace(note, says="Incomprehensibilities everywhere", day=None)
    assert long_note_said(EN, words) == "“Incomprehensibilities ev…”"


def test_a_short_text_is_counted_and_a_long_one_is_fine_too():
    assert words_counted(EN, 1) == "1 word."
    assert words_counted(EN, 120) == "120 words."
    assert words_counted(EN, 121) == (
        "121 words. That is fine. A message of up to 120 is read soonest."
    )


def test_what_would_make_a_page_shorter_is_said_with_how_much_goes():
    said = [
        shorter_said(EN, Shortening(kind=Shorter.QUOTES, changes={}, many=many)) for many in (1, 3)
    ]
    assert said == ["Without the note under a strategy", "Without the 3 notes under strategies"]
    for kind in Shorter:
        assert shorter_said(EN, Shortening(kind=kind, changes={}, many=2))
