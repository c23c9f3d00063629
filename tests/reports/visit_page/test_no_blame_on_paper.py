"""No file or sheet that leaves blames, explains or ranks, in any language it is made in.

What people read in each of them, or hear, is searched: its text, its titles and alternatives. In
the families that are drawn every word of the family's own is made up, so all others are ours.
"""

from dataclasses import replace

import pytest

from homejournal.domain.records.notes import PackKind
from homejournal.reports.paper_to_pdf import Printer
from homejournal.reports.visit_page.html import visit_page_html
from homejournal.reports.visit_page.plain_text import short_text, visit_page_text
from homejournal.texts.papers.team_messages import locked_mail_text, mail_subject
from homejournal.texts.wording import languages, wording_of
from tests.reports.bytes_of import read_in
from tests.reports.leaks import Leaving, at_home
from tests.reports.leaks_files import calendar_leaving, charts_leaving, messages_leaving
from tests.reports.leaks_packs import pack_leaving
from tests.reports.leaks_pages import page_made
from tests.reports.leaks_sheets import about_leaving, book_leaving, fridge_leaving, grid_leaving
from tests.texts.banned_words import banned_in

BOTH = "es"
"""What is banned in Spanish is searched beside what is banned in English, as pages have both."""
PRINTER = Printer()


def pages_leaving(home):
    page = page_made(home).page
    yield Leaving("pdf", PRINTER.pdf(page).pdf, frozenset())
    yield Leaving("html", visit_page_html(page), frozenset())
    yield Leaving("text", visit_page_text(page).encode(), frozenset())
    yield Leaving("short", short_text(page).encode(), frozenset())
    wording = wording_of(page.language)
    yield Leaving("subject", mail_subject(wording, page).encode(), frozenset())
    yield Leaving("message", locked_mail_text(wording).encode(), frozenset())


def packs_leaving(home):
    yield from (pack_leaving(home, kind) for kind in PackKind)


MAKERS = (
    pages_leaving,
    packs_leaving,
    about_leaving,
    fridge_leaving,
    grid_leaving,
    book_leaving,
    charts_leaving,
    calendar_leaving,
    messages_leaving,
)


@pytest.mark.unmeasured
@pytest.mark.usually(language=[BOTH])
@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_what_leaves_has_no_word_of_blame(make, language):
    read = 0
    for seed in range(3):
        with at_home(seed, language) as home:
            for one in make(home):
                # A link for a mail says "subject" itself; its own words are searched beside it.
                words = "" if one.kind == "mail" else read_in(one.data, one.kind)
                read += len(words.split())
                assert banned_in(words, BOTH) == [], one.kind
    assert read > 20


@pytest.mark.parametrize("kind", ["pdf", "html", "text"])
def test_a_word_of_blame_would_be_found(kind):
    with at_home(1, "en") as home:
        page = page_made(home).page
    page = replace(page, our_words="He failed because of us.")
    forms = {"pdf": PRINTER.pdf(page).pdf, "html": visit_page_html(page)}
    data = forms.get(kind) or visit_page_text(page).encode()
    assert banned_in(read_in(data, kind), BOTH) == ["because", "failed"]
