"""The page as text to paste into a message."""

from dataclasses import replace

from homejournal.domain.page_choices import build_page, default_ticks, quote_key
from homejournal.reports.visit_page_text import visit_page_text
from tests.reports.page_families import mateo


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
        " · counting the days not written: 15 to 17 of 18",
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
