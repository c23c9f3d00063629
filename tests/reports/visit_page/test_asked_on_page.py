"""What professionals asked, our answers and what was agreed with whom, in each form of a page."""

from dataclasses import replace
from datetime import date

from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.domain.visit_page.page import AgreedOnPage, AskedOnPage
from homejournal.exchange.kept_papers_json import page_from_dict, page_to_dict
from homejournal.reports.paper_to_pdf import Printer
from homejournal.reports.visit_page.html import visit_page_html
from homejournal.reports.visit_page.plain_text import short_text, visit_page_text
from tests.reports.bytes_of import found_in
from tests.reports.page_families import mateo

ASKED = (
    AskedOnPage(text="How does he sleep?", day=date(2026, 3, 2), by="Dana", answer="Till five."),
    AskedOnPage(text="What does he eat?", day=date(2025, 12, 2)),
)
AGREED = (
    AgreedOnPage(day=date(2026, 3, 2), people=("Dana",), agreed="Wait.", agreed_next="Lunch."),
    AgreedOnPage(day=date(2026, 2, 20), people=("Sam", "Ruth"), agreed="Roll."),
)
_LINES = (
    "Agreed with Dana, Mar 2: Wait.",
    "For this visit, with Dana: Lunch.",
    "Agreed with Sam and Ruth, Feb 20: Roll.",
)


def a_page():
    page = build_page(mateo(), default_ticks(mateo()))
    return replace(page, agreed="", agreed_on=None, agreed_with=AGREED, asked=ASKED)


def test_the_text_tells_each_question_with_its_answer():
    text = visit_page_text(a_page())
    assert all(line in text for line in _LINES)
    assert "YOU ASKED\n- How does he sleep? (Dana, Mar 2)\n  Our answer: Till five.\n" in text
    assert "- What does he eat? (December 2, 2025)\n  Not answered yet\n" in text
    assert "YOU ASKED" not in visit_page_text(replace(a_page(), asked=()))


def test_paper_and_html_tell_them_too():
    for kind, data in (
        ("pdf", Printer().pdf(a_page()).pdf),
        ("html", visit_page_html(a_page())),
    ):
        told = found_in(data, kind)
        for words in ("You asked", "How does he sleep?", "Our answer", "Till five.", "For the",
                      "Not answered yet", "Agreed with Sam"):  # fmt: skip
            assert words.casefold() in told, (kind, words)


def test_on_a_page_for_the_whole_team_a_question_says_who_asked():
    words = found_in(Printer().pdf(replace(a_page(), whole_team=True)).pdf, "pdf")
    assert "dana asked" in words
    assert words.index("how does he sleep?") < words.index("our answer") < words.index("till five.")
    # Nobody is named twice, and who is not known is not made up.
    assert words.count("dana, mar 2") == 1  # with whom something was agreed
    assert "you asked" in words


def test_the_short_text_has_the_answers_alone():
    text = short_text(a_page())
    assert "You asked: How does he sleep? – Our answer: Till five." in text
    assert "What does he eat?" not in text


def test_a_kept_page_holds_them_and_an_older_one_has_none():
    stored = page_to_dict(a_page())
    assert page_from_dict(stored) == a_page()
    for name in ("asked", "agreed_with", "whole_team"):
        del stored[name]
    assert "agreed_on" not in stored
    older = page_from_dict(stored)
    assert (older.asked, older.agreed_with, older.whole_team) == ((), (), False)


def test_a_page_kept_before_the_day_was_told_says_last_time():
    page = replace(a_page(), agreed="Wait.", agreed_with=())
    assert "Agreed last time: Wait." in visit_page_text(page)
    page = replace(page, agreed_on=date(2026, 3, 2))
    assert "Agreed with you, Mar 2: Wait." in visit_page_text(page)
