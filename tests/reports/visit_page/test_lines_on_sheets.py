"""Where each line of a visit page is on its sheet, as Typst itself answers it."""

import io
from dataclasses import fields, replace
from uuid import uuid4

import numpy as np
import pytest
from PIL import Image

from homejournal.domain.papers.printed_sheets import Paper
from homejournal.domain.records.notes import Flag
from homejournal.domain.records.visits import Asked, AskedAt
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.material import SECOND_PAGE_KEY, Ticks
from homejournal.exchange.kept_papers_json import page_from_dict, page_to_dict
from tests.reports.page_families import FIRST, a_note, mateo

PPI = 60.0
WIDTHS = {Paper.LETTER: 215.9, Paper.A4: 210.0}


def all_ticked(material):
    return Ticks(keys=frozenset(offer.key for offer in offers(material)))


def lines_of(printer, page):
    return printer.pictures_and_lines(page, 30.0).lines


def asked_there(answer):
    """What Dana asked at the last visit, and our answer."""
    visit = mateo().last_visit
    asked = Asked(id=uuid4(), visit=visit.id, text="Does he look?", answer=answer)
    return AskedAt(asked, visit)


def pictures(printer, page):
    sheets = printer.pictures(page, PPI)
    return [np.asarray(Image.open(io.BytesIO(one)).convert("L"), dtype=int) for one in sheets]


def changed(before, after):
    """Where two pictures of the same sheets differ: sheet, left, top, right, bottom in mm."""
    found = [
        (n, *np.nonzero(old != new)) for n, (old, new) in enumerate(zip(before, after, strict=True))
    ]
    ((sheet, down, right),) = [one for one in found if one[1].size]
    edges = (right.min(), down.min(), right.max() + 1, down.max() + 1)
    return sheet, *(edge / PPI * 25.4 for edge in edges)


def accented(text):
    return text.replace("a", "á").replace("o", "ó").replace("e", "é")


def with_events(rows, life):
    events = [
        replace(event, words=one.words) for event, one in zip(rows.axis.events, life, strict=True)
    ]
    return replace(rows, axis=replace(rows.axis, events=tuple(events)))


@pytest.mark.usually(paper=[Paper.LETTER])
@pytest.mark.parametrize("paper", Paper)
def test_where_a_line_is_said_to_be_it_is_printed_and_nowhere_else(printer, paper):
    asked = tuple(map(asked_there, ("He does.", None)))
    material = mateo(paper=paper, asked=asked)
    page = build_page(material, all_ticked(material))
    lines = {one.key: one for one in lines_of(printer, page)}
    before = pictures(printer, page)
    parts = ("celebrations", "concerns", "questions", "asked", "life", "strategies")
    for part in parts:
        told = getattr(page, part)
        assert told
        for place, one in enumerate(told):
            (name,) = {"text", "words", "name"} & {field.name for field in fields(one)}
            other = replace(one, **{name: accented(getattr(one, name))})
            page_after = replace(page, **{part: (*told[:place], other, *told[place + 1 :])})
            if part == "life":
                page_after = replace(page_after, rows=with_events(page.rows, page_after.life))
            sheet, left, top, right, bottom = changed(before, pictures(printer, page_after))
            line = lines[one.key]
            assert sheet == line.sheet
            assert line.left - 1 < left < right < line.right + 1
            assert line.top - 1 < top < bottom < line.bottom + 1
    agreed = replace(page, agreed=accented(page.agreed))
    _, left, top, right, bottom = changed(before, pictures(printer, agreed))
    line = lines["agreed"]
    assert line.left < left < right < line.right + 1
    assert line.top - 1 < top < bottom < line.bottom + 1
    for line in lines.values():
        assert 0 < line.left < line.right < WIDTHS[paper]
        assert 0 < line.top < line.bottom


def test_only_what_is_ticked_has_a_place_and_each_place_has_a_tick(printer):
    material = mateo()
    ticks = default_ticks(material)
    keys = {line.key for line in lines_of(printer, build_page(material, ticks))}
    assert keys <= ticks.keys
    whole = {one.key for one in lines_of(printer, build_page(material, all_ticked(material)))}
    assert whole <= {offer.key for offer in offers(material)}
    assert {"boxes", SECOND_PAGE_KEY} <= whole


def test_the_places_are_those_of_the_very_pictures(printer):
    page = build_page(mateo(), default_ticks(mateo()))
    assert printer.pictures_and_lines(page, 40.0).sheets == printer.pictures(page, 40.0)


def test_a_line_that_goes_on_has_a_part_on_each_sheet(printer):
    long = a_note("We tried and tried again. " * 400, FIRST, Flag.CONCERN)
    material = mateo(notes=(long,))
    page = build_page(material, default_ticks(material))
    parts = [one for one in lines_of(printer, page) if one.key == page.concerns[0].key]
    assert [part.sheet for part in parts] == list(range(len(parts)))
    assert len(parts) > 1
    assert parts[1].top == 0.0


def test_the_lines_of_a_page_that_reads_from_the_right_are_where_they_are(printer):
    material = replace(mateo(), language="ar")
    page = build_page(material, default_ticks(material))
    for line in lines_of(printer, page):
        assert 0 < line.left < line.right < WIDTHS[Paper.LETTER]


def test_no_key_is_kept_and_a_kept_page_says_the_same(printer):
    material = mateo()
    page = build_page(material, all_ticked(material))
    stored = page_to_dict(page)
    assert page.concerns[0].key
    assert page.concerns[0].key.split(":")[1] not in str(stored)
    kept = page_from_dict(stored)
    assert kept == page
    assert not kept.concerns[0].key
    assert {one.key for one in lines_of(printer, kept)} <= {"boxes", SECOND_PAGE_KEY}
    with pytest.raises(Exception, match="does_not_fit"):
        page_from_dict({**stored, "first_keys": ["first:x"]})
