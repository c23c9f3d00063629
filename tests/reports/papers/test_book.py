"""The book on paper: its words and pictures, that readers can read it, and that it can be left."""

import base64
import io
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image

from homejournal.domain.days.periods import Age, Period
from homejournal.domain.looking_back.chart_series import Bar, BarSeries, Shape
from homejournal.domain.looking_back.look_back_values import First, FirstTime
from homejournal.domain.papers.book import Book, BookDays, BookMonth, BookNote, BookVisit
from homejournal.domain.papers.photos import PhotoOnPage
from homejournal.domain.papers.printed_sheets import Paper, SmallPaper
from homejournal.domain.records.children import Pronoun
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.records.visits import VisitHow
from homejournal.domain.sentences.values import DidItOn, Joined
from tests.reports.pdf_checks import PDF_A_2A, alternatives, conforms, sheets_of, sizes_of, words_of
from tests.reports.sample_rows import all_rows
from tests.reports.visit_page.test_pdf import HOSTILE

drawn = io.BytesIO()
Image.new("RGB", (40, 30), (120, 170, 200)).save(drawn, "JPEG")
JPEG = base64.b64encode(drawn.getvalue()).decode()

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
APRIL = Period(date(2026, 4, 1), date(2026, 4, 30))


def a_chart(day=date(2026, 3, 2)):
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
    return BarSeries(shape=Shape.LEVELS, kind=RatingKind.HELP, bars=(bar,))


def a_month(period=MARCH, **said):
    return BookMonth(period=period, **said)


def a_photo(name="The cup.jpg", day=date(2026, 3, 2), width=40, height=30):
    return PhotoOnPage(name=name, day=day, jpeg=JPEG, width=width, height=height)


def full(words="He waited", **said):
    note = BookNote(day=date(2026, 3, 2), text=words, by="Mom", about="Wait")
    told = {
        "ages": (Age(23, 22), Age(24, 23)),
        "birthday": (date(2026, 3, 15), 2),
        "quotes": (replace(note, flags=(Flag.CELEBRATION,)),),
        "visits": (
            BookVisit(
                day=date(2026, 3, 9),
                people=("Ben", "Dana"),
                how=VisitHow.HOME,
                agreed_between=words,
                agreed_next="Look at a meal",
            ),
        ),
        "life": ((date(2026, 3, 4), words),),
        "notes": (replace(note, flags=(Flag.CONCERN,)), replace(note, private=True)),
    }
    return a_month(**told | said)


def first_time():
    return FirstTime(RatingKind.HELP, 4, First(date(2026, 3, 8), "dinner"), "Wait")


def a_book(*months, **said):
    told = {"child": "Noah", "period": Period(MARCH.start, APRIL.end), "months": months}
    return Book(**told | {"printed": date(2026, 4, 30)} | said)


def with_numbers(*months, **said):
    rows = all_rows()
    told = (Joined((DidItOn(3, 5),)),)
    days = tuple(BookDays(strategy=row.name, told=told) for row in rows.rows)
    return a_book(*months, days=days, rows=rows, **said)


@pytest.mark.usually(paper=[SmallPaper.A5])
@pytest.mark.parametrize("paper", [*Paper, *SmallPaper])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_a_book_with_hostile_words_conforms_to_pdf_ua_and_pdf_a(printer, language, paper):
    photos = (a_photo(), a_photo("Tall.png", width=30, height=40))
    months = (full(HOSTILE, photos=photos), full("العربية", photos=photos[:1]))
    book = with_numbers(
        *months,
        child="نور",
        language=language,
        paper=paper,
        private=True,
        example=True,
        ages=(Age(19), Age(20)),
        written_by=("Mom", "نور"),
        cover=a_photo("face.jpg"),
        firsts=(first_time(),),
    )

    made = printer.pdf(book)

    assert (made.replaced, made.accessible) == ((), True)
    assert conforms(made.pdf) == []
    assert conforms(made.pdf, PDF_A_2A) == []
    assert "#include $ * <b>bold</b> `x` \\ _y_ = h" in words_of(made.pdf)


def test_it_tells_what_a_month_holds_in_the_familys_words_day_by_day(printer):
    words = words_of(printer.pdf(a_book(full(), firsts=(first_time(),))).pdf)

    told = (
        "Firsts Sunday, March 8, 2026 First time without help Wait · dinner",
        "March 2026 23 to 24 months",
        "He waited Mar 2 · Mom · Wait",
        "Mar 2 · Concern · Mom · Wait",
        "Mar 4 He waited",
        "Mar 9 · Visit · Ben and Dana · at home",
        "Between visits: He waited",
        "At the next visit: Look at a meal",
        "Birthday of Noah: 2 years Mar 15",
    )
    assert "Kept by the family." in words
    assert [words.index(said) for said in told] == sorted(words.index(said) for said in told)


def test_quotes_are_large_and_no_letter_is_too_small(printer):
    for paper in (*Paper, *SmallPaper):
        sizes = sizes_of(printer.pdf(a_book(full("He waited"), paper=paper)).pdf)
        assert max(size for size, many in sizes.items() if many == len("He waited")) > 16
        assert min(sizes) >= 9


def test_photos_stand_by_their_day_with_their_words(printer):
    photos = (a_photo(), a_photo("Two.JPG"), a_photo("Three"))
    made = printer.pdf(a_book(full(photos=photos), cover=a_photo("face.jpg")))

    assert alternatives(made.pdf) == ["A photo of Noah", "The cup", "Two", "Three"]
    assert "Mar 2 · The cup" in words_of(made.pdf)
    assert alternatives(printer.pdf(a_book(full())).pdf) == []


def test_a_book_that_says_our_child_has_the_name_nowhere(printer):
    made = printer.pdf(a_book(full(), child="", pronoun=Pronoun.SHE, language="es")).pdf
    words = words_of(made)

    assert words.startswith("Nuestra hija")
    assert "Cumpleaños de nuestra hija: 2 años" in words


def test_numbers_stand_only_in_an_appendix(printer):
    without = words_of(printer.pdf(a_book(full())).pdf)
    made = printer.pdf(with_numbers(full())).pdf

    assert "planned days" not in without
    assert "Did it on 3 of 5 planned days" in sheets_of(made)[-1]
    assert len(alternatives(made)) == len(all_rows().rows)


def test_the_title_page_says_whose_it_is_which_days_how_old_and_who_wrote(printer):
    book = a_book(full(), ages=(Age(19), Age(21)), written_by=("Mom", "Grandma"))
    first = sheets_of(printer.pdf(book).pdf)[0]

    assert first.startswith("Noah March 1 to April 30, 2026")
    assert "19 to 21 months" in first
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


def test_months_run_on_over_pages(printer):
    moved = a_month(APRIL, life=((APRIL.end, "Moved"),))
    months = (a_month(life=((MARCH.start, "Snow"),)), moved)
    assert len(sheets_of(printer.pdf(a_book(*months)).pdf)) == 2


def test_whoever_waits_hears_how_far_it_is_and_can_stop_it(printer):
    book = with_numbers(full())
    heard = []

    def go_on(done, of):
        heard.append((done, of))
        return done < 1

    assert printer.pdf_or_stop(book, go_on) is None
    assert heard == [(0, 8), (1, 8)]
    assert printer.pdf_or_stop(book, lambda done, of: False) is None
    assert printer.pdf_or_stop(book, lambda done, of: True).pdf == printer.pdf(book).pdf


def test_its_pages_can_be_looked_at(printer):
    pictures = printer.pictures(with_numbers(full()), 30)

    assert len(pictures) == len(sheets_of(printer.pdf(with_numbers(full())).pdf))
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)


def test_a_long_note_goes_on_over_pages_whole(printer):
    words = [f"word{n}" for n in range(4_000)]
    note = BookNote(day=date(2026, 3, 2), text=" ".join(words))
    found = words_of(printer.pdf(a_book(a_month(notes=(note,)))).pdf).split()

    assert [word for word in found if word.startswith("word")] == words


def test_a_character_that_nothing_draws_is_replaced_and_the_book_says_so(printer):
    made = printer.pdf(a_book(full("Strange \ue000")))

    assert made.replaced == ("\ue000",)
    assert "U+E000" in words_of(made.pdf)


def test_the_drawing_at_the_end_goes_to_the_edges_of_its_page(printer):
    last = Image.open(io.BytesIO(printer.pictures(a_book(full()), 30)[-1])).convert("L")
    assert {last.getpixel((x, last.height - 2)) < 255 for x in (1, last.width - 2)} == {True}
