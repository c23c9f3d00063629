"""What papers call a child, and the photo that stands for the child where it is ticked."""

import base64
import io
from dataclasses import replace
from uuid import uuid4

import pytest
from PIL import Image

from homejournal.domain.days.periods import Period
from homejournal.domain.papers.about_child import PHOTO, AboutAsked, parts_offered, strategies_now
from homejournal.domain.papers.book import BookAsked, book_material, book_of
from homejournal.domain.papers.printed_sheets import FridgeAsked
from homejournal.domain.records.children import Pronoun, ShownName
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.exchange.kept_papers_json import page_from_dict, page_to_dict
from homejournal.exchange.media_files import JPEG, KeptFile
from homejournal.reports.paper_to_pdf import Printer
from homejournal.reports.visit_page.html import visit_page_html
from homejournal.reports.visit_page.plain_text import short_text, visit_page_text
from homejournal.texts.labels import child_on_paper
from homejournal.texts.wording import wording_of
from tests.journals import TODAY, note, planned
from tests.reports.pdf_checks import words_of

PRINTER = Printer()


@pytest.fixture
def hidden(journal):
    """A child who is "our child" on papers."""
    of, _ = planned(journal)
    of = replace(of, surname="Rivera", shown_name=ShownName.OUR_CHILD, pronoun=Pronoun.SHE)
    journal.records.save(of)
    return of


def with_photo(journal, of):
    drawn = io.BytesIO()
    Image.new("RGB", (60, 60), (120, 170, 200)).save(drawn, "JPEG")
    made = journal.media.put_portrait(KeptFile(drawn.getvalue(), JPEG), "face.jpg", of.id)
    journal.media.show_portrait(of, made)
    return made


def test_no_sheet_says_a_name_that_the_family_keeps_to_itself(journal, hidden):
    week = journal.sheets.fridge(FridgeAsked(child=hidden.id, day=TODAY, language="es"), TODAY)
    grid = journal.sheets.grid(hidden.id, TODAY)
    about = journal.about.sheet(AboutAsked(child=hidden.id, parts=frozenset({"surname"})), TODAY)
    days = Period(TODAY, TODAY)
    material = journal.pages.material(hidden.id, days, TODAY)
    ticks = default_ticks(material).with_key("surname", ticked=True)
    page = build_page(replace(material, language="es"), ticks)
    assert page_from_dict(page_to_dict(page)) == page
    told = visit_page_text(page) + visit_page_html(page).decode() + short_text(page)
    assert "Nuestra hija" in told
    assert {word for word in (hidden.name, "Rivera") if word in told} == set()
    for sheet, called in (
        (page, "Nuestra hija"),
        (week, "Nuestra hija"),
        (grid, "Our child"),
        (about, "Our child"),
    ):
        words = words_of(PRINTER.pdf(sheet).pdf)
        assert called in words
        assert hidden.name not in words
        assert "Rivera" not in words
    assert child_on_paper(wording_of("es"), hidden) == "nuestra hija"
    assert child_on_paper(wording_of("en"), replace(hidden, shown_name=ShownName.NAME)) == (
        hidden.name
    )


def test_a_last_name_and_a_photo_are_offered_where_there_are_any(journal, hidden):
    now = strategies_now(journal.family(), hidden.id, TODAY)
    named = replace(hidden, shown_name=ShownName.NAME)
    assert {PHOTO, "surname"}.isdisjoint(parts_offered(journal.about.told(hidden.id, TODAY), now))
    journal.records.save(named)
    with_photo(journal, named)
    assert {PHOTO, "surname"} <= set(parts_offered(journal.about.told(hidden.id, TODAY), now))


def test_a_photo_is_on_the_page_about_a_child_only_where_it_is_ticked(journal):
    of, _ = planned(journal)
    ticked = AboutAsked(child=of.id, parts=frozenset({PHOTO}))
    assert journal.about.sheet(ticked, TODAY).photo is None
    photo = with_photo(journal, of)
    shown = journal.about.sheet(ticked, TODAY).photo
    assert (shown.name, shown.width, shown.height) == (of.name, 480, 480)
    assert Image.open(io.BytesIO(base64.b64decode(shown.jpeg))).size == (480, 480)
    assert journal.about.sheet(AboutAsked(child=of.id), TODAY).photo is None
    journal._store.own_media().path(photo.sha256).unlink()
    assert journal.about.sheet(ticked, TODAY).photo.jpeg == shown.jpeg  # it was read before
    journal.records.save(replace(of, photo=uuid4()))
    assert journal.about.sheet(ticked, TODAY).photo is None


def test_only_ticked_pictures_are_read_for_a_book(journal):
    of, _ = planned(journal)
    said = note(of, "She laughed")
    face = with_photo(journal, of)
    drawn = io.BytesIO()
    Image.new("RGB", (60, 40), (120, 170, 200)).save(drawn, "JPEG")
    cup = journal.media.put_photo(KeptFile(drawn.getvalue(), JPEG), "cup.jpg", said)
    journal.media.add_with_note(said, cup)
    days = Period(TODAY, TODAY)
    reading = journal.sheets.book(BookAsked(child=of.id, period=days), TODAY)
    assert [*reading]
    material = book_material(reading.read)
    assert [(photo.media, photo.cover) for photo in material.read.photos] == [
        (face.id, True),
        (cup.id, False),
    ]
    assert book_of(reading.with_pictures(material)).cover is None
    for ticked in (face, cup):
        asked = replace(material.read.asked, photos=frozenset({ticked.id}))
        wanted = replace(material, read=replace(material.read, asked=asked))
        made = reading.with_pictures(wanted)
        assert [bool(photo.shown.jpeg) for photo in made.read.photos] == [
            ticked is face,
            ticked is cup,
        ]
        assert bool(book_of(made).cover) is (ticked is face)
