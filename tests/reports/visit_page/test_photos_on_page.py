"""Photos on a visit page: only those that are ticked, whole in every form, and none by itself."""

import base64
import io
import json
from dataclasses import replace
from datetime import timedelta
from random import Random
from uuid import uuid4

import pytest
from PIL import Image

from homejournal.domain.days.periods import Period
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.material import SECOND_PAGE_KEY, is_photo_key, strategy_key
from homejournal.exchange.kept_papers_json import page_from_dict, page_to_dict
from homejournal.exchange.media_files import PDF, KeptFile, kept_file, picture_for_paper
from homejournal.reports.visit_page.html import visit_page_html
from homejournal.reports.visit_page.plain_text import short_text, visit_page_text
from homejournal.texts.papers.visit_page import offer_said
from homejournal.texts.wording import wording_of
from tests.journals import TODAY, Opened, note, planned, practice, private_note, strategy
from tests.reports.pdf_checks import PDF_A_2A, alternatives, conforms, words_of

PERIOD = Period(TODAY - timedelta(days=8), TODAY)


def noise(seed):
    """Return a picture that no other one begins like."""
    drawn = io.BytesIO()
    Image.frombytes("RGB", (60, 40), Random(seed).randbytes(7200)).save(drawn, "PNG")
    return kept_file(drawn.getvalue())


class Home:
    """A family with a photo of every kind; `made` has the kept files by the names of the photos."""

    def __init__(self, journal):
        self.journal, self.made = journal, {}
        self.child, self.strategy = planned(journal)
        self.done = practice(self.strategy)
        self.said = note(self.child, practice=self.done.id, strategy=self.strategy.id)
        self.moment = note(self.child, "A first word")
        self.private = private_note(self.child)
        self.other = strategy(self.child, name="Songs")
        self.sung = note(self.child, "La la", strategy=self.other.id)
        entries = (self.done, self.said, self.moment, self.private, self.other, self.sung)
        journal.records.save(*entries)
        for name, entry in (
            ("the blue cup", self.done),
            ("both hands", self.said),
            ("the slide", self.moment),
            ("a tired evening", self.private),
            ("while singing", self.sung),
        ):
            self.keep(name, entry)
        media = journal.media
        media.add(media.put(self.file("what Dana left"), "what Dana left", self.strategy.id))
        sheet = KeptFile(b"%PDF-1.7 a sheet", PDF)
        media.add(media.put_photo(sheet, "a sheet", self.done))

    def file(self, name):
        self.made[name] = noise(len(self.made))
        return self.made[name]

    def keep(self, name, entry):
        media = self.journal.media
        media.add(media.put_photo(self.file(name), name, entry))

    def material(self, **asked):
        return self.journal.pages.material(self.child.id, PERIOD, TODAY, **asked)

    def page(self, *names, second=True):
        """Return the page with these photos ticked."""
        material = self.material()
        ticks = default_ticks(material).with_key(SECOND_PAGE_KEY, ticked=second)
        for offer in offers(material):
            if offer.says in names:
                ticks = ticks.with_key(offer.key, ticked=True)
        return build_page(self.journal.pages.with_pictures(material, ticks), ticks)

    def found_in(self, data):
        """Return whose names, and whose pictures, stand in the bytes."""
        words = data if isinstance(data, str) else data.decode("utf-8", "ignore")
        raw = data.encode() if isinstance(data, str) else data
        named = {name for name in (*self.made, "a sheet") if name in words}
        drawn = {name for name, kept in self.made.items() if self._is_in(kept.data, raw)}
        return named, drawn

    @staticmethod
    def _is_in(kept, raw):
        ways = []
        for jpeg in (kept, picture_for_paper(kept).jpeg):
            ways += [jpeg[-400:], base64.b64encode(jpeg)[-400:-8]]
        return any(way in raw for way in ways)


@pytest.fixture
def home(tmp_path):
    opened = Opened(tmp_path)
    yield Home(opened.new())
    opened.close()


def forms(page, printer):
    """Return the page in every form in which it can leave."""
    made = printer.pdf(page)
    assert made.accessible
    return {
        "pdf": made.pdf + words_of(made.pdf).encode(),
        "html": visit_page_html(page),
        "text": visit_page_text(page),
        "short": short_text(page),
        "kept": json.dumps(page_to_dict(page)),
    }


def offered(material):
    return [offer for offer in offers(material) if is_photo_key(offer.key)]


def test_photos_of_entries_are_offered_and_none_is_ticked_by_itself(home):
    material = home.material()
    found = offered(material)
    assert sorted(one.says for one in found) == [
        "both hands",
        "the blue cup",
        "the slide",
        "while singing",
    ]
    assert not any(one.by_default for one in found)
    assert not any(default_ticks(material).has(one.key) for one in found)
    (cup,) = [one for one in found if one.says == "the blue cup"]
    assert offer_said(wording_of("en"), cup) == "Photo: the blue cup · Mar 10"


@pytest.mark.parametrize("second", [False, True])
def test_no_byte_of_a_photo_leaves_without_its_tick(home, printer, second):
    page = home.page(second=second)
    for form, data in forms(page, printer).items():
        assert home.found_in(data) == (set(), set()), form


def test_a_photo_leaves_only_with_the_second_page_that_holds_it(home, printer):
    page = home.page("the blue cup", second=False)
    for form, data in forms(page, printer).items():
        assert home.found_in(data) == (set(), set()), form


@pytest.mark.parametrize("seed", range(4))
def test_exactly_the_ticked_photos_leave_in_every_form(home, printer, seed):
    can = ["both hands", "the blue cup", "the slide", "while singing"]
    random = Random(seed)
    names = set(random.sample(can, random.randint(1, 4)))
    page = home.page(*names, "a tired evening", "what Dana left", "a sheet")
    made = forms(page, printer)
    for form in ("pdf", "html", "kept"):
        assert home.found_in(made[form]) == (names, names), form
    assert home.found_in(made["text"]) == (names, set())
    assert home.found_in(made["short"]) == (set(), set())


def test_a_page_with_photos_conforms_and_says_what_each_shows(home, printer):
    page = home.page("the blue cup", "the slide")
    pdf = printer.pdf(page).pdf
    assert conforms(pdf) == conforms(pdf, PDF_A_2A) == []
    assert {"the blue cup", "the slide"} <= set(alternatives(pdf))
    html = visit_page_html(page).decode()
    assert 'alt="the blue cup"' in html
    assert "Tuesday · Pause and wait" in html or "Pause and wait" in html


def test_a_page_is_kept_with_its_photos_and_shown_again_when_they_are_gone(home, printer):
    page = home.page("the blue cup", "the slide")
    kept = page_from_dict(json.loads(json.dumps(page_to_dict(page))))
    for path in (home.journal.folder / "media").iterdir():
        path.unlink()
    assert kept == page
    assert printer.pdf(kept).pdf == printer.pdf(page).pdf


@pytest.mark.parametrize("data", [None, b"no picture"])
def test_a_photo_that_is_missing_is_named_and_hinders_nothing(home, printer, data):
    for path in (home.journal.folder / "media").iterdir():
        path.unlink()
    if data is not None:
        broken = KeptFile(data, "image/jpeg")
        home.journal.media.add(home.journal.media.put_photo(broken, "broken one", home.done))
    name = "the blue cup" if data is None else "broken one"
    page = home.page(name)
    (photo,) = page.second.photos
    assert (photo.name, photo.jpeg) == (name, "")
    assert name in words_of(printer.pdf(page).pdf)
    assert name in visit_page_html(page).decode()


def test_a_photo_that_was_removed_meanwhile_has_no_picture(home):
    material = home.material()
    (cup,) = [one for one in offered(material) if one.says == "the blue cup"]
    home.journal.records.delete(home.done.id)
    ticks = default_ticks(material).with_key(SECOND_PAGE_KEY, ticked=True)
    ticks = ticks.with_key(cup.key, ticked=True)
    page = build_page(home.journal.pages.with_pictures(material, ticks), ticks)
    assert page.second.photos[0].jpeg == ""


def test_a_picture_is_read_once(home, monkeypatch):
    first = home.page("the blue cup")
    material = home.material()
    ticks = default_ticks(material).with_key(SECOND_PAGE_KEY, ticked=True)
    for one in offered(material):
        ticks = ticks.with_key(one.key, ticked=one.says == "the blue cup")
    monkeypatch.setattr("homejournal.storage.media.media_folder.MediaFolder.get", None)
    assert build_page(home.journal.pages.with_pictures(material, ticks), ticks) == first


def test_a_strategy_that_is_off_the_page_is_not_named_under_its_photo(home):
    material = home.material()
    (one,) = [one for one in material.shown() if one.strategy.id == home.strategy.id]
    ticks = default_ticks(material).with_key(SECOND_PAGE_KEY, ticked=True)
    for offer in offered(material):
        ticks = ticks.with_key(offer.key, ticked=offer.says == "the blue cup")
    assert build_page(material, ticks).second.photos[0].about == "Pause and wait"
    without = ticks.with_key(strategy_key(one), ticked=False)
    assert build_page(material, without).second.photos[0].about is None


def test_photos_of_other_days_are_not_offered(home):
    early = practice(home.strategy, day=PERIOD.start - timedelta(days=1))
    home.journal.records.save(early)
    home.keep("long ago", early)
    assert "long ago" not in {one.says for one in offered(home.material())}
    known = home.material()
    moved = replace(known, period=Period(PERIOD.start, PERIOD.end - timedelta(days=1)))
    assert offered(moved) == []


def test_a_page_for_one_person_offers_the_photos_of_their_strategies_and_moments(home):
    dana = uuid4()
    home.journal.records.save(replace(home.strategy, suggested_by=dana))
    home.journal.records.save(replace(home.other, suggested_by=uuid4()))
    names = {one.says for one in offered(home.material(people=(dana,)))}
    assert names == {"the blue cup", "both hands", "the slide"}
