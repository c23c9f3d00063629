"""What was said in one language is said again in another one, as long as its words are ours."""

from datetime import date, time

import pytest

from homejournal.texts.wording import Said, Wording, wording_of

ES = wording_of("es")


@pytest.fixture
def en():
    return Wording("en")


def again(said):
    assert isinstance(said, Said)
    return said.in_language(ES)


def test_a_text_with_a_name_and_a_day_in_it(en):
    day = date(2026, 3, 22)
    said = en.text("{child}: {step}", child=en.own("Lunch"), step=en.full_day(day))
    assert again(said) == ES.text("{child}: {step}", child="Lunch", step=ES.full_day(day))


def test_what_a_person_wrote_stays_also_where_it_is_a_word_of_ours(en):
    en.text("Undo")
    said = en.text("Removed: {name}", name=en.own("Undo"))
    assert again(said) == ES.text("Removed: {name}", name="Undo")


def test_texts_inside_of_texts_are_said_again_too(en):
    inner = en.text("Undo")
    said = en.text("Removed: {name}", name=inner)
    assert again(said) == ES.text("Removed: {name}", name=ES.text("Undo"))


def test_numbers_times_and_lists(en):
    count = en.count("{n} entry", "{n} entries", 2)
    said = en.line_of(part for part in (count, en.time(time(19, 30)), "Maya"))
    ours = (ES.count("{n} entry", "{n} entries", 2), ES.time(time(19, 30)), "Maya")
    assert again(said) == ES.line_of(ours)


def test_a_text_that_says_no_more_than_its_part(en):
    said = en.list_of([en.text("Undo")])
    assert again(said) == ES.text("Undo")


def test_what_was_put_together_by_hand_is_a_plain_text(en):
    assert not isinstance(f"{en.text('Undo')}!", Said)
