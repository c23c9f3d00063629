"""The book on paper: its words and pictures, that readers can read it, and that it can be left."""

from dataclasses import replace
from datetime import date

import pytest

from homejournal.domain.days.periods import Age, Period
from homejournal.domain.looking_back.chart_series import Bar, BarSeries, Shape
from homejournal.domain.looking_back.look_back_values import First, FirstTime
from homejournal.domain.papers.book import Book, BookChart, BookDays, BookMonth, BookNote, BookVisit
from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.visits import VisitHow
from homejournal.domain.sentences.values import DidItOn, Joined
from tests.reports.pdf_checks import PDF_A_2A, alternatives, conforms, sheets_of, words_of
from tests.reports.visit_page.test_pdf import HOSTILE

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
APRIL = Period(date(2026, 4, 1), date(2026, 4, 30))


def a_chart(strategy="Wait", day=date(2026, 3, 2)):
    bar = Bar(
        start=day,
        end=date(day.year, day.month, day.day + 6),
        partial=False,
        written=True,
        left_out=False,
        days=3,
        n=3,
        levels=(1, 2, 0, 0),
    )
    return BookChart(
        strategy=strategy,
        bars=BarSeries(shape=Shape.LEVELS, kind=RatingKind.HELP, bars=(bar,)),
    )


def a_month(period=MARCH, **said):
    return BookMonth(period=period, **said)


def full(words="He waited", **said):
    note = BookNote(day=date(2026, 3, 2), text=words, by="Mom", about="Wait")
    return a_month(
        celebrations=(replace(note, flags=(Flag.CELEBRATION,)),),
        firsts=(FirstTime(RatingKind.HELP, 4, First(date(2026, 3, 8), "dinner"), "Wait"),),
        visits=(
            BookVisit(
                day=date(2026, 3, 9),
                people=("Ben", "Dana"),
                how=VisitHow.HOME,
                agreed_between=words,
                agreed_next="Look at a meal",
            ),
        ),
        life=((date(2026, 3, 4), words),),
        notes=(replace(note, flags=(Flag.CONCERN,)), replace(note, private=True)),
        days=(BookDays(strategy="Wait", told=(Joined((DidItOn(3, 5),)),)),),
        **said,
    )


def a_book(*months, **said):
    told = {"child": "Noah", "period": Period(MARCH.start, APRIL.end), "months": months}
    return Book(**told | {"printed": date(2026, 4, 30)} | said)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_book_with_hostile_words_conforms_to_pdf_ua_and_pdf_a(printer, language, paper):
    months = (full(HOSTILE, charts=(a_chart(HOSTILE[:80]),)), full("العربية"))
    book = a_book(
        *months,
        child="نور",
        language=language,
        paper=paper,
        private=True,
        example=True,
        ages=(Age(19), Age(20)),
        written_by=("Mom", "نور"),
    )

    made = printer.pdf(book)

    assert (made.replaced, made.accessible) == ((), True)
    assert conforms(made.pdf) == []
    assert conforms(made.pdf, PDF_A_2A) == []
    assert "#include $ * <b>bold</b> `x` \\ _y_ = h" in words_of(made.pdf)


def test_it_tells_what_a_month_holds_in_the_familys_words(printer):
    words = words_of(printer.pdf(a_book(full())).pdf)

    for said in (
        "March 2026",
        "Celebrations",
        "First time on own: Sunday, March 8, dinner · Wait",
        "Mar 9 · Ben and Dana · at home",
        "Between visits: He waited",
        "At the next visit: Look at a meal",
        "Mar 4",
        "Mar 2 · Concern · Mom · Wait",
        "Did it on 3 of 5 planned days",
        "Kept by the family. Not an assessment.",
    ):
        assert said in words


def test_the_title_page_says_whose_it_is_which_days_how_old_and_who_wrote(printer):
    book = a_book(full(), ages=(Age(19), Age(21)), written_by=("Mom", "Grandma"))
    first = sheets_of(printer.pdf(book).pdf)[0]

    assert "The journal of Noah" in first
    assert "March 1 to April 30, 2026" in first
    assert "19 months to 21 months" in first
    assert "Written by Mom and Grandma" in first


def test_an_age_that_stays_the_same_is_said_once(printer):
    book = a_book(full(), ages=(Age(19), Age(19)))

    assert words_of(printer.pdf(book).pdf).count("19 months") == 1


def test_only_a_book_with_private_notes_says_that_it_is_for_the_family_alone(printer):
    without = words_of(printer.pdf(a_book(full())).pdf)
    pages = sheets_of(printer.pdf(a_book(full(), private=True)).pdf)

    assert "family alone" not in without
    assert "This book holds our private notes" in pages[0]
    assert all("For our family alone" in page for page in pages[1:])


def test_each_month_begins_a_page_and_the_list_of_months_says_which(printer):
    pages = sheets_of(printer.pdf(a_book(full(), full(), a_month(APRIL))).pdf)

    assert pages[1].startswith("Months March 2026")
    assert [page.split()[0] for page in pages[2:]] == ["March", "March", "April"]
    assert pages[1].count("March 2026") == 2


def test_a_book_of_one_month_has_no_list_of_months(printer):
    assert len(sheets_of(printer.pdf(a_book(full())).pdf)) == 2


def test_an_empty_book_says_so(printer):
    assert "Nothing is written for these days." in words_of(printer.pdf(a_book()).pdf)


def test_each_chart_stands_under_its_strategy_with_its_text(printer):
    charts = (a_chart("Wait"), a_chart("Sing"))
    pdf = printer.pdf(a_book(full(charts=charts))).pdf

    said = alternatives(pdf)
    assert len(said) == 2
    assert all("1" in one for one in said)
    words = words_of(pdf)
    assert words.index("Wait") < words.index("Sing")


def test_whoever_waits_hears_how_far_it_is_and_can_stop_it(printer):
    book = a_book(full(charts=(a_chart(), a_chart())))
    heard = []

    def go_on(done, of):
        heard.append((done, of))
        return done < 1

    assert printer.pdf_or_stop(book, go_on) is None
    assert heard == [(0, 3), (1, 3)]
    assert printer.pdf_or_stop(book, lambda done, of: False) is None
    assert printer.pdf_or_stop(book, lambda done, of: True).pdf == printer.pdf(book).pdf


def test_its_pages_can_be_looked_at(printer):
    pictures = printer.pictures(a_book(full(charts=(a_chart(),))), 30)

    assert len(pictures) == len(sheets_of(printer.pdf(a_book(full(charts=(a_chart(),)))).pdf))
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)


def test_a_long_note_goes_on_over_pages_whole(printer):
    words = [f"word{n}" for n in range(4_000)]
    note = BookNote(day=date(2026, 3, 2), text=" ".join(words))
    found = words_of(printer.pdf(a_book(a_month(notes=(note,)))).pdf).split()

    assert [word for word in found if word.startswith("word")] == words


def test_a_character_that_nothing_draws_is_replaced_and_the_book_says_so(printer):
    made = printer.pdf(a_book(full("Strange \ue000", charts=(a_chart(),))))

    assert made.replaced == ("\ue000",)
    assert "U+E000" in words_of(made.pdf)
