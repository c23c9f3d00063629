"""The page as text to paste into a message."""

from dataclasses import replace
from datetime import date

from homejournal.domain.records.notes import Flag
from homejournal.domain.visit_page.builder import build_page, default_ticks
from homejournal.domain.visit_page.material import Ticks, quote_key
from homejournal.reports.visit_page.plain_text import short_text, visit_page_text
from tests.reports.page_families import a_note, mateo


def test_the_text_has_what_is_ticked_and_not_what_is_not():
    material = mateo()
    ticks = replace(default_ticks(material), our_words="We wait.", reach_us="text message")
    text = visit_page_text(build_page(material, ticks))

    for words in (
        "Mateo · 23 months",
        "March 2 to March 22, 2026 · for the visit on March 23, 2026",
        "We wait.",
        "CELEBRATIONS\n- He reached for the cup",
        "Did it on 15 of 18 planned days · 1 not today · 2 not written · 3 left out (sick)",
        " · 15 to 17 of 18, depending on the days with nothing written",
        "Week of Mar 2: a lot of help 5, some help 4.",
        "Mar 10 – A stomach virus, three days",
        "UNTIL NEXT TIME\n- Between visits:\n- At the next visit:\n",
        "Best way to reach us: text message",
        "Written by the family from notes at home. Not an assessment.",
    ):
        assert words in text
    assert "Grandma waits too" not in text
    ticks = ticks.with_key(quote_key(material.notes[4]), ticked=True)
    assert "“Grandma waits too" in visit_page_text(build_page(material, ticks))


def test_what_the_page_is_stands_at_its_head_before_anything_that_was_counted():
    text = visit_page_text(build_page(mateo(), default_ticks(mateo())))
    assert text.index("Not an assessment.") < text.index("CELEBRATIONS")


def test_both_halves_of_what_was_agreed_stand_at_the_top_and_go_when_unticked():
    visit = replace(mateo().last_visit, agreed_between="Wait longer.", agreed_next="Try lunch.")
    material = mateo(last_visit=visit)
    ticks = default_ticks(material)
    both = "What we agreed last time: Wait longer.\nWhat we planned for this visit: Try lunch.\n\n"
    assert f"\n\n{both}CELEBRATIONS" in visit_page_text(build_page(material, ticks))
    text = visit_page_text(build_page(material, ticks.with_key("agreed", ticked=False)))
    assert "Wait longer." not in text
    assert "\n\nWhat we planned for this visit: Try lunch.\n\n" in text
    text = visit_page_text(build_page(material, ticks.with_key("agreed_next", ticked=False)))
    assert "Try lunch." not in text
    material = mateo(last_visit=replace(visit, agreed_between=None, agreed_next=None))
    assert "What we" not in visit_page_text(build_page(material, ticks)).partition("CELEB")[0]


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
        "March 2 to March 22, 2026 · for the visit on March 23, 2026\n"
        "Written by the family from notes at home. Not an assessment.\n"
        "\n"
        "March 2 to March 22, 2026 · printed on March 22, 2026\n"
    )


def test_the_familys_own_words_stand_with_their_strategy_and_both_sides_of_a_change_apart():
    material = mateo()
    which = material.strategies[0].strategy.id
    ticks = replace(default_ticks(material), helped={which: "two spoons\na song"})
    page = build_page(material, ticks)
    (one,) = page.strategies
    half = replace(one.stretches[0], end=date(2026, 3, 12))
    one = replace(one, what=None, chart=None, stretches=(half, one.stretches[0]))
    text = visit_page_text(replace(page, strategies=(one,)))
    assert "What helped, what got in the way: two spoons\n    a song" in text
    assert "  March 2 to March 12, 2026\n  Did it on" in text
    assert "Chart by week" not in text


def test_a_note_says_what_it_is_about_and_another_year_is_told():
    old = a_note("Is it ok?", date(2025, 11, 3), Flag.QUESTION)
    material = mateo(questions=(old,))
    text = visit_page_text(build_page(material, default_ticks(material)))
    assert "on his own! (Mar 22, Mom · Pause and wait before giving)" in text
    assert "- Is it ok? (November 3, 2025, Mom)" in text
    short = short_text(build_page(material, default_ticks(material)))
    assert "on his own! · Pause and wait before giving" in short
