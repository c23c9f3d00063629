"""Two people of one name are told apart on all that leaves on paper, as they are in the window."""

from uuid import uuid4

import pytest

from homejournal.domain.days.periods import Period
from homejournal.domain.papers.book import BookAsked, book_material, book_of
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.people import Helper
from homejournal.domain.visit_page.builder import build_page, default_ticks
from tests.journals import TODAY, note, planned, practice
from tests.packs import made

DAY = Period(TODAY, TODAY)


@pytest.fixture
def of(journal):
    """A child of whom the second of two grandmothers wrote, and Dad."""
    of, what = planned(journal)
    names = ("Grandma", "Grandma", "Dad")
    first, second, dad = (Helper(id=uuid4(), name=name) for name in names)
    glad = {"helper": second.id, "flags": (Flag.CELEBRATION,)}
    journal.records.save(first, second, dad)
    journal.records.save(note(of, **glad), practice(what, helper=dad.id))
    return of


def test_on_a_visit_page(journal, of):
    material = journal.pages.material(of.id, DAY, TODAY)
    page = build_page(material, default_ticks(material))
    assert [celebration.by for celebration in page.celebrations] == ["Grandma (2)"]
    assert page.written_by == ("Grandma (2)", "Dad")


def test_in_a_pack(journal, of):
    pack = made(journal, of, period=DAY)
    assert [celebration.by for celebration in pack.celebrations] == ["Grandma (2)"]
    assert set(pack.written_by) <= {"Grandma (2)", "Dad"}


def test_in_a_book(journal, of):
    reading = journal.sheets.book(BookAsked(child=of.id, period=DAY), TODAY)
    assert [*reading]
    book = book_of(book_material(reading.read))
    assert book.written_by == ("Grandma (2)",)
