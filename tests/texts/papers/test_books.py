"""What is said of the book: what can be ticked, how long it is, and what it lacks."""

from datetime import date
from uuid import uuid4

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.papers.book import Book, BookMonth, BookOffer, BookTick
from homejournal.texts.papers import packs
from homejournal.texts.papers import printed_sheets as said
from homejournal.texts.wording import wording_of

EN = wording_of("en")
DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("what", "words", "title"),
    [
        (BookTick.COVER, "The photo on the first page", "Photos"),
        (BookTick.PHOTO, "The cup · March 2, 2026", "Photos"),
        (BookTick.QUOTE, "The cup · March 2, 2026", "In large letters"),
    ],
)
def test_what_can_be_ticked_is_told_under_its_heading(what, words, title):
    assert said.offer_said(EN, BookOffer(what, uuid4(), "The cup", DAY)) == words
    assert said.offers_title(EN, what) == title
    assert said.more_in_a_year(EN)


def test_a_book_is_told_with_its_months():
    period = Period(DAY, date(2026, 4, 30))
    book = Book(child="Noa", period=period, printed=DAY, months=(BookMonth(period=period),))
    assert said.book_told(EN, book) == "The journal of Noa\nMarch 2026"


def test_that_only_the_first_pages_are_shown_is_said_of_a_long_book():
    assert said.pages_of_book(EN, 40, 40) == ""
    assert said.pages_of_book(EN, 41, 40) == (
        "The first 40 of 41 pages are shown. All are printed and saved."
    )


def test_an_empty_book_is_told_with_what_it_takes():
    assert packs.book_missing(EN) == (
        "There is nothing to print yet. What is missing: a note, what was agreed at a visit"
        " and a photo."
    )
