"""What must never happen: on no form of a visit page is a word that was not meant to be there.

Random families are written into a real journal, and a page is made for the whole team or for one
professional with random ticks. The bytes of each form in which it can leave are searched for every
word that was ever typed: what is ticked is there, and nothing else.
"""

import io
import json
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homejournal.domain.visit_page.choices import page_file_name
from homejournal.exchange.kept_papers_json import page_to_dict
from homejournal.exchange.mail_link import mail_link
from homejournal.exchange.read_and_save import locked_pdf
from homejournal.reports.visit_page.html import visit_page_html
from homejournal.reports.visit_page.plain_text import short_leaves_out, short_text, visit_page_text
from homejournal.texts.papers.team_messages import locked_mail_text, mail_subject
from homejournal.texts.wording import wording_of
from tests.reports.leaks import Leaving, at_home, check
from tests.reports.leaks_pages import page_made
from tests.reports.private_words import words_in

SEEDS = st.integers(0, 10**9)
SLOW = [HealthCheck.too_slow]
MANY = settings(max_examples=30, deadline=None, suppress_health_check=SLOW)
FEW = settings(max_examples=6, deadline=None, suppress_health_check=SLOW)
SOME = settings(max_examples=15, deadline=None, suppress_health_check=SLOW)


def a_page(seed):
    with at_home(seed) as home:
        return home, page_made(home)


def whole(made, kind, data):
    return Leaving(kind, data, made.must, made.may)


def kept_as_json(page):
    return json.dumps(page_to_dict(page), ensure_ascii=False).encode()


@MANY
@given(SEEDS)
def test_text_has_what_is_ticked_and_nothing_else(seed):
    home, made = a_page(seed)
    check(home.family, whole(made, "text", visit_page_text(made.page).encode()))


@MANY
@given(SEEDS)
def test_a_page_that_is_kept_has_what_is_ticked_and_nothing_else(seed):
    home, made = a_page(seed)
    check(home.family, whole(made, "json", kept_as_json(made.page)))


@SOME
@given(SEEDS)
def test_a_web_page_has_what_is_ticked_and_nothing_else(seed):
    home, made = a_page(seed)
    check(home.family, whole(made, "html", visit_page_html(made.page)))


@SOME
@given(SEEDS)
def test_a_pdf_has_what_is_ticked_and_nothing_else(printer, seed):
    home, made = a_page(seed)
    check(home.family, whole(made, "pdf", printer.pdf(made.page).pdf))


@FEW
@given(SEEDS)
def test_a_locked_pdf_tells_nothing_without_its_password_and_nothing_more_with_it(printer, seed):
    home, made = a_page(seed)
    password = "two words"  # noqa: S105
    locked = locked_pdf(printer.pdf(made.page).pdf, password)
    check(home.family, Leaving("closed", locked, frozenset()))
    opened = io.BytesIO()
    with pikepdf.open(io.BytesIO(locked), password=password) as pdf:
        pdf.save(opened)
    check(home.family, whole(made, "pdf", opened.getvalue()))


def in_short(made):
    """Return what the short text must hold: all that is counted where everything has room."""
    must = {made.page.child, made.page.our_words}
    if not short_leaves_out(made.page):
        must |= words_in(*(strategy.name for strategy in made.page.strategies), made.page.thanks)
    return frozenset(words_in(*must))


@MANY
@given(SEEDS)
def test_a_short_text_has_what_has_room_and_nothing_that_is_not_ticked(seed):
    home, made = a_page(seed)
    short = short_text(made.page).encode()
    check(home.family, Leaving("text", short, in_short(made), made.may))


@MANY
@given(SEEDS)
def test_a_mail_names_nobody_in_its_subject_and_goes_to_one_person_alone(seed):
    home, made = a_page(seed)
    to = made.person or home.family.people[0]
    address = to.ways[0].value
    subject = mail_subject(wording_of(home.language), made.page)
    link = mail_link(address, subject, short_text(made.page))
    said = parse_qs(urlsplit(link).query)
    check(home.family, Leaving("subject", said["subject"][0].encode(), frozenset()))
    body = said.get("body", [""])[0].encode()
    must = in_short(made) if body else frozenset()
    check(home.family, Leaving("body", body, must, made.may))
    theirs = frozenset(words_in(address))
    check(home.family, Leaving("mail", link.encode(), theirs, theirs | made.may))


@FEW
@given(SEEDS)
def test_a_mail_with_a_locked_page_tells_nothing_of_it(seed):
    home, made = a_page(seed)
    wording = wording_of(home.language)
    link = mail_link("", mail_subject(wording, made.page), locked_mail_text(wording))
    check(home.family, Leaving("mail", link.encode(), frozenset()))


@FEW
@given(SEEDS)
def test_a_file_name_has_the_name_of_the_child_alone(seed):
    home, made = a_page(seed)
    name = page_file_name("Visit page", home.child.name, made.page.printed)
    check(home.family, Leaving("name", name.encode(), frozenset({home.child.name})))


@pytest.mark.parametrize("seed", range(6))
def test_pages_of_the_families_that_are_searched_can_hold_what_is_asked_about(seed):
    """Otherwise the searches above would find nothing because nothing was there to be found."""
    home, made = a_page(seed)
    assert len(home.family.every - made.must - made.may) > 100
    assert len(made.must) > 5
    without = replace(made.page, child="", our_words="", thanks="", reach_us="")
    with pytest.raises(AssertionError, match="missing"):
        check(home.family, whole(made, "text", visit_page_text(without).encode()))
