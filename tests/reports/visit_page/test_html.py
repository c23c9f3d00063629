"""The page as HTML: for a screen reader, whole, harmless, and with nothing that is unticked."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from homejournal.domain.records.notes import Flag
from homejournal.domain.visit_page.builder import build_page, default_ticks, offers
from homejournal.domain.visit_page.material import SECOND_PAGE_KEY
from homejournal.reports.chart_words.row_words import row_alt
from homejournal.reports.visit_page.html import visit_page_html
from homejournal.reports.visit_page.plain_text import visit_page_text
from homejournal.texts.wording import wording_of
from tests.reports.page_families import a_note, mateo, three_months

pytestmark = pytest.mark.unmeasured

VOID = {"meta", "img", "br"}


class Outline(HTMLParser):
    """Reads the page as a screen reader would: headings, what is open, alternatives, words."""

    def __init__(self, html):
        super().__init__()
        self.headings, self.alts, self.tags, self.words, self._open = [], [], [], [], []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)
        if tag == "img":
            self.alts.append(dict(attrs)["alt"])

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if self._open and self._open[-1] in {"h1", "h2", "h3"}:
            self.headings.append((self._open[-1], data))
        self.words.append(data)


def everything(**said):
    material = three_months(**said)
    ticks = default_ticks(material).with_key(SECOND_PAGE_KEY, ticked=True)
    ticks = replace(ticks, keys=ticks.keys | {offer.key for offer in offers(material)})
    helped = {strategy.strategy.id: "More time" for strategy in material.strategies}
    ticks = replace(ticks, our_words="We wait.", thanks="Thank you!", reach_us="By text message")
    return build_page(material, replace(ticks, helped=helped))


def outline(page):
    return Outline(visit_page_html(page).decode())


def test_it_is_read_by_its_headings_and_each_chart_in_words():
    read = outline(build_page(mateo(), default_ticks(mateo())))
    assert read.headings[0][0] == "h1"
    assert read.headings[0][1].startswith("Mateo")
    titles = [words for level, words in read.headings if level == "h2"]
    assert titles[0] == "Celebrations"
    assert "What we did at home" in titles
    assert any("a lot of help 5" in alt for alt in read.alts)


def plain(words):
    return " ".join(re.sub(r"[“”()]", "", words).lower().split())


def test_it_says_what_the_text_says():
    """Every line of words of the text stands in the HTML, too."""
    page = everything(second_language="es")
    read = outline(page)
    html = plain(" ".join([*read.words, *read.alts]))
    lines = [plain(line.lstrip("- ")) for line in visit_page_text(page).splitlines()]
    assert [line for line in lines if line.rstrip(":") not in html] == []


def test_both_languages_are_told_one_after_the_other():
    read = outline(build_page(replace(mateo(), second_language="es"), default_ticks(mateo())))
    articles = [attrs["lang"] for tag, attrs in read.tags if tag == "article"]
    assert articles == ["en", "es"]


def test_what_people_wrote_is_never_markup_and_nothing_is_loaded_or_run():
    bad = a_note('<script>alert(1)</script><img src=x> & "q"', date(2026, 5, 31), Flag.CONCERN)
    material = three_months()
    material = replace(material, notes=(*material.notes, bad))
    html = visit_page_html(build_page(material, default_ticks(material))).decode()
    read = Outline(html)
    assert "<script" not in html
    assert '<script>alert(1)</script><img src=x> & "q"' in read.words
    sources = [attrs["src"] for tag, attrs in read.tags if tag == "img"]
    assert all(src.startswith("data:image/svg+xml;base64,") for src in sources)
    assert not {tag for tag, _ in read.tags} & {"script", "link", "iframe", "a", "form"}
    assert "default-src 'none'" in html


@pytest.mark.parametrize("which", ["celebrations", "concerns", "questions"])
def test_an_unticked_note_is_not_in_the_file(which):
    material = three_months()
    ticks = default_ticks(material)
    page = build_page(material, ticks)
    note = getattr(page, which)[0].text
    key = next(offer.key for offer in offers(material) if offer.says == note)
    without = build_page(material, ticks.with_key(key, ticked=False))
    assert note in " ".join(outline(page).words)
    assert note not in " ".join(outline(without).words)


def test_what_was_agreed_is_told():
    visit = replace(mateo().last_visit, agreed_between="Wait longer.", agreed_next="Try lunch.")
    material = mateo(last_visit=visit)
    words = outline(build_page(material, default_ticks(material))).words
    assert "Wait longer." in words
    assert "Try lunch." in words


def test_each_side_of_a_change_of_plan_is_told_with_its_days():
    page = everything()
    one = page.strategies[0]
    (whole,) = one.stretches
    change = date(2026, 4, 13)
    sides = (replace(whole, end=date(2026, 4, 12)), replace(whole, start=change))
    chart = replace(page.second.charts[0], headline=None)
    second = replace(page.second, charts=(chart,))
    told = replace(one, stretches=sides, chart=None, what=None)
    read = outline(replace(page, strategies=(told,), rows=None, second=second))
    assert "March 2 to April 12, 2026" in read.words
    assert "April 13 to May 31, 2026" in read.words
    head, row = filter(None, read.alts)
    assert head.startswith("The dates of all rows:")
    assert row == row_alt(chart.rows, 0, wording_of("en"), table=False)


def test_a_page_with_nothing_on_it_is_a_whole_file():
    page = build_page(mateo(), replace(default_ticks(mateo()), keys=frozenset()))
    assert outline(page).headings == [("h1", "Mateo")]


def test_a_page_of_the_example_family_says_so():
    page = build_page(replace(mateo(), example=True), default_ticks(mateo()))
    assert any("Example family" in words for words in outline(page).words)


def test_a_note_under_a_strategy_is_a_quotation():
    material = mateo()
    quotes = {offer.key for offer in offers(material) if offer.key.startswith("quote:")}
    ticks = default_ticks(material)
    html = visit_page_html(build_page(material, replace(ticks, keys=ticks.keys | quotes))).decode()
    assert "<blockquote><span" in html
    assert "Grandma waits too, and he looked right at her." in Outline(html).words
