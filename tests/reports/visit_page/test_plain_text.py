"""The page as text to paste into a message."""

from dataclasses import replace
from datetime import date

from homejournal.domain.records.notes import Flag
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.domain.visit_page.material import Ticks, quote_key, strategy_key
from homejournal.domain.visit_page.page import AskedOnPage
from homejournal.reports.visit_page.html import visit_page_html
from homejournal.reports.visit_page.plain_text import short_text, visit_page_text
from tests.reports.page_families import a_note, mateo, three_months


def test_the_text_has_what_is_ticked_and_not_what_is_not():
    material = mateo()
    ticks = replace(default_ticks(material), our_words="We wait.", reach_us="text message")
    text = visit_page_text(build_page(material, ticks))

    for words in (
        "Mateo · 23 months",
        "For the whole team · visit on March 23, 2026\nMarch 2 to March 22, 2026\n",
        "We wait.",
        "CELEBRATIONS\n- He reached for the cup",
        "Did it on 15 of 18 planned days (2 not written, so 15 to 17) · 1 not today",
        " · 3 left out (sick)\n",
        "Counting each time: 27 of 36 planned · 2 times not today · 7 times not written\n",
        "Week of Mar 2: a lot of help 5, some help 4.",
        "March 10: A stomach virus, three days.",
        "UNTIL NEXT TIME\n- Between visits:\n- At the next visit:\n",
        "Best way to reach us: text message",
        "Written by Mom and Dad from notes at home. Not an assessment.",
    ):
        assert words in text
    assert "Grandma waits too" not in text
    ticks = ticks.with_key(quote_key(material.notes[4]), ticked=True)
    quoted = build_page(material, ticks)
    assert "“Grandma waits too" in visit_page_text(quoted)
    assert "<blockquote>" in visit_page_html(quoted).decode()


def test_it_is_read_in_the_order_of_the_page():
    material = mateo()
    ticks = replace(default_ticks(material), our_words="We wait.", thanks="Thank you!")
    page = build_page(material, replace(ticks, reach_us="text message"))
    asked = AskedOnPage(text="What does he eat?", day=date(2026, 3, 2))
    text = visit_page_text(replace(page, asked=(asked,)))
    order = (
        "Mateo", "For the whole team", "We wait.", "Thank you!", "CELEBRATIONS", "CONCERNS",
        "QUESTIONS", "Agreed with you", "YOU ASKED", "WHAT WE DID AT HOME", "A stomach virus",
        "UNTIL NEXT TIME", "Best way to reach us", "Not an assessment.",
    )  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_both_halves_of_what_was_agreed_follow_the_notes_and_go_when_unticked():
    visit = replace(mateo().last_visit, agreed_between="Wait longer.", agreed_next="Try lunch.")
    material = mateo(last_visit=visit)
    ticks = default_ticks(material)
    both = "Agreed with you, Mar 2: Wait longer.\nFor this visit: Try lunch.\n\n"
    assert f"\n\n{both}WHAT WE DID AT HOME" in visit_page_text(build_page(material, ticks))
    text = visit_page_text(build_page(material, ticks.with_key("agreed", ticked=False)))
    assert "Wait longer." not in text
    assert "\n\nFor this visit: Try lunch.\n\n" in text
    text = visit_page_text(build_page(material, ticks.with_key("agreed_next", ticked=False)))
    assert "Try lunch." not in text
    material = mateo(last_visit=replace(visit, agreed_between=None, agreed_next=None))
    assert "Agreed" not in visit_page_text(build_page(material, ticks))


def test_it_says_how_many_strategies_are_on_it_only_where_some_are_not():
    material = three_months()
    page = build_page(material, default_ticks(material))
    assert "strategies are on this page" not in visit_page_text(page)
    key = strategy_key(material.strategies[0])
    page = build_page(material, default_ticks(material).with_key(key, ticked=False))
    assert "Not an assessment. 3 of 4 strategies are on this page.\n" in visit_page_text(page)


def test_without_the_boxes_nothing_is_asked_until_next_time():
    material = mateo()
    ticks = default_ticks(material).with_key("boxes", ticked=False)
    assert "UNTIL NEXT TIME" not in visit_page_text(build_page(material, ticks))


def test_a_second_language_follows_whole():
    material = mateo(second_language="es", example=True)
    text = visit_page_text(build_page(material, default_ticks(material)))
    assert "CELEBRATIONS" in text
    assert "ALEGRÍAS" in text
    assert "Familia de ejemplo" in text
    assert text.endswith("\n")


def test_what_is_not_said_leaves_no_empty_line_or_mark():
    page = build_page(mateo(), Ticks())
    assert visit_page_text(page) == (
        "Mateo\n"
        "Visit on March 23, 2026\n"
        "March 2 to March 22, 2026\n"
        "\n"
        "Written by the family from notes at home. Not an assessment.\n"
        "Printed on March 22, 2026\n"
    )


def test_the_familys_own_words_stand_with_their_strategy_and_both_sides_of_a_change_apart():
    material = mateo()
    which = material.strategies[0].strategy.id
    ticks = replace(default_ticks(material), helped={which: "two spoons\na song"})
    page = build_page(material, ticks)
    (one,) = page.strategies
    half = replace(one.stretches[0], end=date(2026, 3, 12))
    one = replace(one, what=None, chart=None, stretches=(half, one.stretches[0]))
    text = visit_page_text(replace(page, strategies=(one,), rows=None))
    assert "What helped, what got in the way: two spoons\n    a song" in text
    assert "  March 2 to March 12, 2026\n  Did it on" in text
    assert "Chart by week" not in text


def test_a_note_says_what_it_is_about_and_another_year_is_told():
    old = a_note("Is it ok?", date(2025, 11, 3), Flag.QUESTION)
    material = mateo(questions=(old,))
    text = visit_page_text(build_page(material, default_ticks(material)))
    assert "on his own! (Mar 22, Mom · Pause and wait before giving)" in text
    assert "- Is it ok? (November 3, 2025, Mom · still open)" in text
    assert text.count("still open") == 1
    short = short_text(build_page(material, default_ticks(material)))
    assert "on his own! · Pause and wait before giving" in short
